/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.models.evaluation.Comparison.Verdict;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final double LIMIT = 0.5;

    @Test
    void oneMoreHarmedIsTooManyWhateverIsFound() {
        var champion = crowd(10, 0);
        var challenger = crowd(30, 1);

        var comparison = Comparison.of(champion, LIMIT, challenger, LIMIT);

        assertThat(comparison.verdict()).isEqualTo(Verdict.REFUSED_HARM);
        assertThat(comparison.newlyHarmed()).isOne();
        assertThat(comparison.gained()).isEqualTo(20);
    }

    @Test
    void whatIsLostBeyondChanceIsRefusedToo() {
        assertThat(Comparison.of(crowd(20, 1), LIMIT, crowd(15, 1), LIMIT).verdict())
                .isEqualTo(Verdict.REFUSED_LOSS);
        assertThat(Comparison.of(crowd(20, 1), LIMIT, crowd(17, 1), LIMIT).verdict())
                .as("three of twenty may be chance")
                .isEqualTo(Verdict.MAY_REPLACE);
    }

    @Test
    void moreFoundAndNobodyMoreHarmedMayReplace() {
        var comparison = Comparison.of(crowd(10, 2), LIMIT, crowd(25, 1), LIMIT);

        assertThat(comparison.verdict()).isEqualTo(Verdict.MAY_REPLACE);
        assertThat(comparison.noLongerHarmed()).isOne();
        assertThat(comparison.lostChance()).isEqualTo(1);
    }

    @Test
    void aSubjectIsHarmedOnceHoweverManyOfItsRowsAreAccused() {
        var row = new JudgedRow("r1", "tenure", "test", "all", false, 0.9);
        var again = new JudgedRow("r2", "tenure", "test", "all", false, 0.9);
        var quiet = new JudgedRow("r2", "tenure", "test", "all", false, 0.1);

        assertThat(Comparison.of(List.of(row, quiet), LIMIT, List.of(row, again), LIMIT).verdict())
                .isEqualTo(Verdict.MAY_REPLACE);
    }

    /** Forty frauds and a hundred honest numbers, so many of them accused. */
    private static List<JudgedRow> crowd(int found, int harmed) {
        return IntStream.range(0, 140)
                .mapToObj(
                        i ->
                                i < 40
                                        ? row(i, true, i < found ? 0.8 : 0.2)
                                        : row(i, false, i - 40 < harmed ? 0.8 : 0.2))
                .toList();
    }

    private static JudgedRow row(int number, boolean fraud, double score) {
        return new JudgedRow("r" + number, "s" + number, "test", "all", fraud, score);
    }
}
