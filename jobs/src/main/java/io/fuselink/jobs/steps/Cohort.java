/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Ordered;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.util.Collector;

/**
 * A footprint under one of the marks by which its like meets it. Marks of lists and paths are minima of
 * hashes (MinHash): two numbers meet under one of them as often as their lists are alike, so that nobody
 * is compared with everybody.
 *
 * @param mark what is shared, such as {@code LIST-0:…}
 * @param kind of the mark
 * @param compared what the number is compared by: recipients, cells with times, or how it begins to speak
 * @param callId the call that begins so, null for any other mark
 * @param scripted whether that call's words follow a fraud script
 */
public record Cohort(
        String mark,
        Kind kind,
        String numberTk,
        long at,
        int attempts1h,
        int inbound24h,
        double ageDays,
        List<Long> compared,
        String callId,
        boolean scripted)
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
        BATCH,
        /** The first words of a call: rows 30 and 35. */
        OPENING
    }

    /** The beginning of a call under each quarter of its fingerprint: who begins alike shares one of them. */
    public static void of(TextHit hit, Collector<Cohort> out) {
        begun(hit, hit.opening(), false).forEach(out::collect);
    }

    /** A call that began so, and whether its words turned out to follow a fraud script. */
    static List<Cohort> begun(TextHit hit, List<Long> opening, boolean scripted) {
        return IntStream.range(0, opening.size())
                .mapToObj(
                        i ->
                                new Cohort(
                                        Kind.OPENING
                                                + "-"
                                                + i
                                                + ":"
                                                + Long.toHexString(opening.get(i)),
                                        Kind.OPENING,
                                        hit.fromTk(),
                                        hit.at(),
                                        0,
                                        0,
                                        0,
                                        opening,
                                        hit.callId(),
                                        scripted))
                .toList();
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
                compared,
                null,
                false);
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return callId == null ? numberTk : numberTk + "/" + callId + (scripted ? "/scripted" : "");
    }
}
