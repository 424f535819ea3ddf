/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows from the most to the least suspicious. All figures take a weight for each row, so that resampling
 * costs no sorting: a replicate is the same ranking with other weights. Rows of one score are one step.
 */
final class Ranking {
    private final boolean[] fraud;

    /** Last row of each step. */
    private final int[] ends;

    /** One point of the ROC and precision-recall curves: how many rows lie at or above a score. */
    record Point(double fraud, double benign) {}

    private record Steps(double[] fraud, double[] benign) {}

    private Ranking(double[] scores, boolean[] fraud) {
        this.fraud = fraud;
        this.ends =
                IntStream.range(0, scores.length)
                        .filter(i -> i + 1 == scores.length || scores[i + 1] != scores[i])
                        .toArray();
    }

    static Ranking of(List<JudgedRow> rows) {
        var sorted =
                rows.stream()
                        .sorted(
                                Comparator.comparingDouble(JudgedRow::score)
                                        .reversed()
                                        .thenComparing(JudgedRow::id))
                        .toList();
        var fraud = new boolean[sorted.size()];
        IntStream.range(0, fraud.length).forEach(i -> fraud[i] = sorted.get(i).fraud());
        return new Ranking(sorted.stream().mapToDouble(JudgedRow::score).toArray(), fraud);
    }

    int size() {
        return fraud.length;
    }

    int[] positions(boolean ofFraud) {
        return IntStream.range(0, fraud.length).filter(i -> fraud[i] == ofFraud).toArray();
    }

    int[] once() {
        var weights = new int[fraud.length];
        Arrays.fill(weights, 1);
        return weights;
    }

    /** Cumulated counts after each step of equal scores, from the top. */
    List<Point> points() {
        var steps = steps(once());
        return IntStream.range(0, steps.fraud().length)
                .mapToObj(i -> new Point(steps.fraud()[i], steps.benign()[i]))
                .toList();
    }

    private Steps steps(int[] weights) {
        var steps = new Steps(new double[ends.length], new double[ends.length]);
        double frauds = 0, benign = 0;
        int row = 0;
        for (int step = 0; step < ends.length; step++) {
            for (; row <= ends[step]; row++) {
                if (fraud[row]) {
                    frauds += weights[row];
                } else {
                    benign += weights[row];
                }
            }
            steps.fraud()[step] = frauds;
            steps.benign()[step] = benign;
        }
        return steps;
    }

    /** Chance that a fraudulent row ranks above a benign one; NaN without both classes. */
    double auc(int[] weights) {
        var steps = steps(weights);
        double area = 0, frauds = 0, benign = 0;
        for (int i = 0; i < ends.length; i++) {
            area += (steps.benign()[i] - benign) * (frauds + steps.fraud()[i]) / 2;
            frauds = steps.fraud()[i];
            benign = steps.benign()[i];
        }
        return area / (frauds * benign);
    }

    /** Average precision: precision over recall, in steps; NaN without fraud. */
    double averagePrecision(int[] weights) {
        var steps = steps(weights);
        double sum = 0, frauds = 0;
        for (int i = 0; i < ends.length; i++) {
            if (steps.fraud()[i] > frauds) {
                sum +=
                        (steps.fraud()[i] - frauds)
                                * steps.fraud()[i]
                                / (steps.fraud()[i] + steps.benign()[i]);
            }
            frauds = steps.fraud()[i];
        }
        return sum / frauds;
    }

    /** Share of fraud found where no more than this share of the benign rows is accused. */
    double recallAt(double falsePositiveRate, int[] weights) {
        var steps = steps(weights);
        int last = ends.length - 1;
        double found = 0;
        for (int i = 0;
                i <= last && steps.benign()[i] <= falsePositiveRate * steps.benign()[last];
                i++) {
            found = steps.fraud()[i];
        }
        return found / steps.fraud()[last];
    }
}
