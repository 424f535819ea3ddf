/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Ack;
import io.fuselink.events.Assessment;
import io.fuselink.events.GroupKind;
import io.fuselink.events.Ordered;
import io.fuselink.jobs.state.Block;
import io.fuselink.jobs.state.LinkedNumbers;
import io.fuselink.jobs.state.NumberLinks;
import java.util.List;

/**
 * A number was seen behind a link key (a shared device, document, account …), a number behind it was
 * assessed, or one was blocked.
 *
 * @param linkKey null for an assessment on its way to the number's keys
 * @param memberTk the number
 * @param epoch its holder
 * @param seed the assessment, null for anything else
 * @param block the block that took effect, null for anything else
 * @param edges the strong keys the number was seen behind, this one among them
 * @param path by which suspicion came to the number, empty where it is its own or there is none
 * @param suspicion of the number, where it came by that path
 */
public record LinkTouch(
        String linkKey,
        long at,
        String id,
        String memberTk,
        int epoch,
        Assessment seed,
        Block block,
        List<NumberLinks.Edge> edges,
        List<String> path,
        double suspicion)
        implements Ordered {

    static LinkTouch member(GroupKind kind, String key, String memberTk, int epoch, long at) {
        return member(kind + ":" + key, memberTk, epoch, at);
    }

    static LinkTouch member(String linkKey, String memberTk, int epoch, long at) {
        return new LinkTouch(
                linkKey, at, memberTk, memberTk, epoch, null, null, List.of(), List.of(), 0);
    }

    /** An assessed number, which is to be looked for behind all its keys. */
    public static LinkTouch seed(Assessment seed) {
        return new LinkTouch(
                null,
                seed.at(),
                seed.id(),
                seed.subjectTk(),
                seed.epoch(),
                seed,
                null,
                List.of(),
                List.of(),
                0);
    }

    /** The same, on its way to one of the number's keys. */
    LinkTouch behind(String linkKey, List<NumberLinks.Edge> edges) {
        return new LinkTouch(linkKey, at, id, memberTk, epoch, seed, block, edges, path, suspicion);
    }

    /** Suspicion that has come to a number by its link with the seed, on its way to the number's own keys. */
    LinkTouch carriedTo(
            LinkedNumbers.Member member, String nextKey, List<String> path, double suspicion) {
        return new LinkTouch(
                nextKey,
                at,
                id + "/" + member.tk() + "/" + linkKey,
                member.tk(),
                member.epoch(),
                seed,
                null,
                member.edges(),
                path,
                suspicion);
    }

    /** Whether a number was seen behind the key, rather than assessed or blocked. */
    boolean seen() {
        return seed == null && block == null;
    }

    /** Whether a number was seen behind a key that may carry suspicion on to a second one. */
    public boolean strong() {
        return seen() && LinkKind.of(linkKey).strong();
    }

    /** Whether suspicion came here from another number. */
    boolean carried() {
        return !path.isEmpty();
    }

    static LinkTouch blocked(GroupKind kind, String key, String memberTk, Ack ack) {
        return new LinkTouch(
                kind + ":" + key,
                ack.at(),
                ack.legId(),
                memberTk,
                ack.epoch() == null ? 0 : ack.epoch(),
                null,
                new Block(ack.legId(), ack.bundleId(), ack.party(), ack.at()),
                List.of(),
                List.of(),
                0);
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
