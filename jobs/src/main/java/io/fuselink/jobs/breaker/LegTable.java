/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.LegState;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The state machine of a leg (domain.md §6.2), whole and in one place. TIMED_OUT, ESCALATED and APPEALED
 * are no states: they are flags beside them.
 *
 * <p>A row is the state a leg is in, a column what happens, a cell the state it goes to. A dot means
 * that it stays: news arrives in any order, and a leg only ever moves to a higher rank. {@code early}
 * means that the news is about something that has not been asked yet: it waits.
 */
final class LegTable {
    private static final String TABLE =
            """
            from          | AUTO          ASK           APPROVE  REJECT   ISSUE  ACKED EFFECTIVE REFUSED  FAILED LIFTED EXPIRED WITHDRAW TIME_OVER SUPERSEDE
            PROPOSED      | AUTO_APPROVED PENDING_HUMAN APPROVED REJECTED .      early early     early    early  early  early   LIFTED   EXPIRED   SUPERSEDED
            PENDING_HUMAN | .             .             APPROVED REJECTED .      early early     early    early  early  early   LIFTED   EXPIRED   SUPERSEDED
            AUTO_APPROVED | .             .             .        .        ISSUED early early     early    early  early  early   LIFTED   EXPIRED   SUPERSEDED
            APPROVED      | .             .             .        .        ISSUED early early     early    early  early  early   LIFTED   EXPIRED   SUPERSEDED
            ISSUED        | .             .             .        .        .      ACKED EFFECTIVE REJECTED FAILED LIFTED EXPIRED .        EXPIRED   SUPERSEDED
            ACKED         | .             .             .        .        .      .     EFFECTIVE REJECTED FAILED LIFTED EXPIRED .        EXPIRED   SUPERSEDED
            EFFECTIVE     | .             .             .        .        .      .     .         REJECTED FAILED LIFTED EXPIRED .        EXPIRED   SUPERSEDED
            REJECTED      | .             .             .        .        .      .     .         .        FAILED LIFTED EXPIRED .        .         .
            FAILED        | .             .             .        .        .      .     .         .        .      LIFTED EXPIRED .        .         .
            EXPIRED       | .             .             .        .        .      .     .         .        .      LIFTED .       .        .         .
            SUPERSEDED    | .             .             .        .        .      .     .         .        .      LIFTED .       .        .         .
            LIFTED        | .             .             .        .        .      .     .         .        .      .      .       .        .         .
            """;

    private static final String STAYS = ".";
    private static final String EARLY = "early";
    private static final Map<LegState, Map<Cause, String>> CELLS = cells();

    private LegTable() {}

    /** Where a leg goes; empty when it stays. */
    static Optional<LegState> next(LegState from, Cause cause) {
        var cell = CELLS.get(from).get(cause);
        return cell.equals(STAYS) || cell.equals(EARLY)
                ? Optional.empty()
                : Optional.of(LegState.valueOf(cell));
    }

    /** Whether news of this kind must wait because the leg has not gone out. */
    static boolean early(LegState from, Cause cause) {
        return CELLS.get(from).get(cause).equals(EARLY);
    }

    private static Map<LegState, Map<Cause, String>> cells() {
        var lines = TABLE.lines().map(line -> line.split("\\|")).toList();
        var causes = Arrays.stream(words(lines.get(0)[1])).map(Cause::valueOf).toList();
        var cells = new EnumMap<LegState, Map<Cause, String>>(LegState.class);
        for (var line : lines.subList(1, lines.size())) {
            var words = words(line[1]);
            var row = new EnumMap<Cause, String>(Cause.class);
            for (var i = 0; i < causes.size(); i++) {
                row.put(causes.get(i), words[i]);
            }
            cells.put(LegState.valueOf(line[0].strip()), row);
        }
        return cells;
    }

    private static String[] words(String line) {
        return line.strip().split(" +");
    }
}
