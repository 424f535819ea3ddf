/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Chooses the score from which on a number is a finding: as low as a budget of false positives allows on
 * dev, half-way to the next dev row above, and never below {@link #LIKELIER_THAN_NOT}.
 */
final class Threshold {
    static final double LIKELIER_THAN_NOT = 0.5;

    private Threshold() {}

    static double forBudget(double[] scores, boolean[] fraud, double falsePositivesPerMillion) {
        var benign =
                IntStream.range(0, scores.length)
                        .filter(i -> !fraud[i])
                        .mapToDouble(i -> scores[i])
                        .sorted()
                        .toArray();
        int allowed = (int) Math.floor(benign.length * falsePositivesPerMillion / 1e6);
        if (allowed >= benign.length) {
            return LIKELIER_THAN_NOT;
        }
        var mustStayBelow = benign[benign.length - 1 - allowed];
        var next = Arrays.stream(scores).filter(score -> score > mustStayBelow).min().orElse(1);
        return Math.max(LIKELIER_THAN_NOT, between(mustStayBelow, next));
    }

    /** Rounding must not put the threshold on the score that has to stay below it. */
    private static double between(double below, double above) {
        var middle = (below + above) / 2;
        return middle > below ? middle : above;
    }
}
