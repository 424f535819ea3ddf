/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import java.util.List;

/**
 * One number's activity inside one group in one event minute: groups merge these, never calls.
 *
 * @param memberTk the number
 * @param minute begin of the minute, epoch ms
 * @param attempts1h the member's own attempts of the last hour, everywhere
 * @param inbound24h attempts the member received in 24 h
 * @param calleeHashes 64-bit hashes of the minute's recipients
 */
public record GroupPartial(
        GroupKind kind,
        String groupKey,
        String memberTk,
        int epoch,
        NumberClass memberClass,
        long minute,
        int attempts,
        int answered,
        int attempts1h,
        int inbound24h,
        double boundShare24h,
        PurposeClass purpose,
        List<Long> calleeHashes,
        long at)
        implements Ordered {

    public String key() {
        return kind + ":" + groupKey;
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return memberTk;
    }

    @Override
    public int orderRank() {
        return (int) (minute / 60_000);
    }
}
