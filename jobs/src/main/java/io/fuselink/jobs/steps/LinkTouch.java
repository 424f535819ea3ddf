/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Ack;
import io.fuselink.events.Assessment;
import io.fuselink.events.GroupKind;
import io.fuselink.events.Ordered;
import io.fuselink.jobs.state.Block;

/**
 * A number was seen behind a link key (a shared device, document, account …), a number behind it was
 * assessed, or one was blocked.
 *
 * @param linkKey null for an assessment on its way to the number's keys
 * @param memberTk the number
 * @param epoch its holder
 * @param seed the assessment, null for anything else
 * @param block the block that took effect, null for anything else
 */
public record LinkTouch(
        String linkKey,
        long at,
        String id,
        String memberTk,
        int epoch,
        Assessment seed,
        Block block)
        implements Ordered {

    static LinkTouch member(GroupKind kind, String key, String memberTk, int epoch, long at) {
        return member(kind + ":" + key, memberTk, epoch, at);
    }

    static LinkTouch member(String linkKey, String memberTk, int epoch, long at) {
        return new LinkTouch(linkKey, at, memberTk, memberTk, epoch, null, null);
    }

    /** An assessed number, which is to be looked for behind all its keys. */
    public static LinkTouch seed(Assessment seed) {
        return new LinkTouch(
                null, seed.at(), seed.id(), seed.subjectTk(), seed.epoch(), seed, null);
    }

    /** The same, on its way to one of them. */
    LinkTouch behind(String linkKey) {
        return new LinkTouch(linkKey, at, id, memberTk, epoch, seed, block);
    }

    static LinkTouch blocked(GroupKind kind, String key, String memberTk, Ack ack) {
        return new LinkTouch(
                kind + ":" + key,
                ack.at(),
                ack.legId(),
                memberTk,
                ack.epoch() == null ? 0 : ack.epoch(),
                null,
                new Block(ack.legId(), ack.bundleId(), ack.party(), ack.at()));
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return id;
    }

    @Override
    public int orderRank() {
        return linkKey == null ? 0 : linkKey.hashCode();
    }
}
