/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a challenger may take the champion's place, by rows that both have judged at their own
 * thresholds. Harm comes first: one benign subject more than the champion accuses is one too many,
 * whatever is found in return. After that, what the champion finds must not be lost beyond chance.
 *
 * @param newlyHarmed benign subjects that only the challenger accuses
 * @param noLongerHarmed benign subjects that only the champion accuses
 * @param lostChance chance of losing so many fraudulent subjects more than are gained if both were equal
 *     (McNemar's exact test, one-sided)
 */
public record Comparison(
        Verdict verdict,
        int championHarmed,
        int challengerHarmed,
        int newlyHarmed,
        int noLongerHarmed,
        int championFound,
        int challengerFound,
        int gained,
        int lost,
        double lostChance) {

    private static final double CHANCE = 0.05;

    /** What to do with the challenger. */
    public enum Verdict {
        /** It may be published. */
        MAY_REPLACE,
        /** It accuses more benign subjects. */
        REFUSED_HARM,
        /** It loses fraud that the champion finds. */
        REFUSED_LOSS
    }

    /** The same rows in the same order, each with its model's calibrated scores. */
    public static Comparison of(
            List<JudgedRow> champion,
            double championThreshold,
            List<JudgedRow> challenger,
            double challengerThreshold) {
        var harmedBefore = accused(champion, championThreshold, false);
        var harmedNow = accused(challenger, challengerThreshold, false);
        var foundBefore = accused(champion, championThreshold, true);
        var foundNow = accused(challenger, challengerThreshold, true);
        int gained = without(foundNow, foundBefore), lost = without(foundBefore, foundNow);
        var chance = chanceOfLosing(lost, gained);
        return new Comparison(
                harmedNow.size() > harmedBefore.size()
                        ? Verdict.REFUSED_HARM
                        : chance < CHANCE ? Verdict.REFUSED_LOSS : Verdict.MAY_REPLACE,
                harmedBefore.size(),
                harmedNow.size(),
                without(harmedNow, harmedBefore),
                without(harmedBefore, harmedNow),
                foundBefore.size(),
                foundNow.size(),
                gained,
                lost,
                chance);
    }

    private static Set<String> accused(List<JudgedRow> rows, double threshold, boolean fraud) {
        return rows.stream()
                .filter(row -> row.fraud() == fraud && row.score() >= threshold)
                .map(JudgedRow::subject)
                .collect(Collectors.toSet());
    }

    private static int without(Set<String> these, Set<String> those) {
        var only = new HashSet<>(these);
        only.removeAll(those);
        return only.size();
    }

    /** Chance of {@code lost} or more heads in {@code lost + gained} throws of a fair coin. */
    private static double chanceOfLosing(int lost, int gained) {
        int all = lost + gained;
        double logTerm = -all * Math.log(2), sum = 0;
        for (int heads = 0; heads <= all; heads++) {
            if (heads >= lost) {
                sum += Math.exp(logTerm);
            }
            logTerm += Math.log((double) (all - heads) / (heads + 1));
        }
        return Math.min(1, sum);
    }
}
