/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Ordered;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a number that calls strangers leaves behind, by which its like and its successor are known:
 * rare, since most numbers call whom they know.
 *
 * @param at epoch ms
 * @param rises whether this is the first since it began to call strangers
 * @param trunkId an enterprise's trunk, null for any other: behind a carrier's exchange everybody is alike
 * @param batch dealer and hour in which its card was opened, null when unknown
 * @param cells hashes of the cells of the day
 * @param callees hashes of whom it called lately, at most 64
 * @param path hashes of the cells of the last hour with the stretch of time it was in them
 */
public record Footprint(
        String numberTk,
        int epoch,
        long at,
        boolean rises,
        int attempts1h,
        int inbound24h,
        double ageDays,
        String deviceTk,
        String trunkId,
        String batch,
        List<Long> cells,
        List<Long> callees,
        List<Long> path)
        implements Ordered {

    /** What it shares with others by sight. */
    List<String> linkKeys() {
        return Stream.of(
                        deviceTk == null ? null : "DEVICE:" + deviceTk,
                        trunkId == null ? null : "TRUNK:" + trunkId)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return numberTk;
    }
}
