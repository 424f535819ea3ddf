/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.leaks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * What is known of one party's people. Counts are absent where they would speak of few.
 *
 * @param bound people it bound for the first time in the period
 * @param reached of them, by a fraud call soon after
 * @param expected of them, had they been reached as often as others who were bound on the same day and order as much
 * @param lift reached per expected, with its interval from {@code low} to {@code high}, widened for the number of parties compared
 * @param leftOut parties of the same kind that are suspected more, whose people were left out here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record LeakFigure(
        LeakScope scope,
        String party,
        Verdict verdict,
        Integer bound,
        Integer reached,
        Double expected,
        Double lift,
        Double low,
        Double high,
        List<String> leftOut) {

    /** What the figure says. */
    public enum Verdict {
        /** Its people are reached more often, beyond chance and beyond the factor asked for. */
        LEAK_SUSPECT,
        /** Nothing of the kind is to be seen. */
        UNREMARKABLE,
        /** Too few people were reached to speak of them. */
        SUPPRESSED,
        /** There is nobody to compare its people with. */
        NO_COMPARISON
    }

    static LeakFigure suppressed(LeakScope scope, String party) {
        return without(scope, party, Verdict.SUPPRESSED);
    }

    static LeakFigure incomparable(LeakScope scope, String party) {
        return without(scope, party, Verdict.NO_COMPARISON);
    }

    private static LeakFigure without(LeakScope scope, String party, Verdict verdict) {
        return new LeakFigure(scope, party, verdict, null, null, null, null, null, null, List.of());
    }

    boolean suspect() {
        return verdict == Verdict.LEAK_SUSPECT;
    }
}
