/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Ordered;
import java.util.List;
import org.apache.flink.util.Collector;

/**
 * A footprint under one of the marks by which its like meets it. Marks of lists and paths are minima of
 * hashes (MinHash): two numbers meet under one of them as often as their lists are alike, so that nobody
 * is compared with everybody.
 *
 * @param mark what is shared, such as {@code LIST-0:…}
 * @param kind of the mark
 * @param compared what the number is compared by: recipients, or cells with times
 */
public record Cohort(
        String mark,
        Kind kind,
        String numberTk,
        long at,
        int attempts1h,
        int inbound24h,
        double ageDays,
        List<Long> compared)
        implements Ordered {
    private static final int LIST_MINIMA = 4;
    private static final int PATH_MINIMA = 3;

    /** Who calls from a handful of cells has no path. */
    private static final int LEAST_PATH = 4;

    /** What numbers have in common. */
    public enum Kind {
        /** Recipients: row 34. */
        LIST,
        /** Cells at the same times: S05. */
        PATH,
        /** Dealer and hour of opening: row 36. */
        BATCH
    }

    static void of(Footprint footprint, Collector<Cohort> out) {
        minima(Kind.LIST, footprint.callees(), LIST_MINIMA, footprint, out);
        if (footprint.path().size() >= LEAST_PATH) {
            minima(Kind.PATH, footprint.path(), PATH_MINIMA, footprint, out);
        }
        if (footprint.batch() != null) {
            out.collect(under("BATCH:" + footprint.batch(), Kind.BATCH, List.of(), footprint));
        }
    }

    private static void minima(
            Kind kind, List<Long> compared, int count, Footprint footprint, Collector<Cohort> out) {
        for (var i = 0; i < count; i++) {
            var salt = i;
            compared.stream()
                    .mapToLong(hash -> salted(hash, salt))
                    .min()
                    .ifPresent(
                            least ->
                                    out.collect(
                                            under(
                                                    kind
                                                            + "-"
                                                            + salt
                                                            + ":"
                                                            + Long.toHexString(least),
                                                    kind,
                                                    compared,
                                                    footprint)));
        }
    }

    /** Hashes are even already; odd multipliers make the orders of two minima independent. */
    private static long salted(long hash, int salt) {
        var mixed = (hash ^ salt * 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
        return mixed ^ mixed >>> 31;
    }

    private static Cohort under(String mark, Kind kind, List<Long> compared, Footprint footprint) {
        return new Cohort(
                mark,
                kind,
                footprint.numberTk(),
                footprint.at(),
                footprint.attempts1h(),
                footprint.inbound24h(),
                footprint.ageDays(),
                compared);
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
