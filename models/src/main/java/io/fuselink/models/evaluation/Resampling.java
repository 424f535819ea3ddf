/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Intervals by the bootstrap: fraud and benign rows are drawn again with replacement, each among its own,
 * from one fixed seed. Rows of one tenure are drawn apart, so that intervals over exports, where a tenure
 * has several rows, are somewhat too narrow.
 */
final class Resampling {
    private static final long SEED = 20_260_101L;
    private static final int MOST = 1000;
    private static final int FEWEST = 100;

    /** Rows drawn in all, so that a million rows take seconds too. */
    private static final long WORK = 20_000_000;

    private final Ranking ranking;

    Resampling(Ranking ranking) {
        this.ranking = ranking;
    }

    Interval interval(ToDoubleFunction<int[]> figure) {
        int[] fraud = ranking.positions(true), benign = ranking.positions(false);
        if (fraud.length == 0 || benign.length == 0) {
            return Interval.UNKNOWN;
        }
        var random = new Random(SEED);
        var replicates = new double[(int) Math.max(FEWEST, Math.min(MOST, WORK / ranking.size()))];
        for (int i = 0; i < replicates.length; i++) {
            var weights = new int[ranking.size()];
            draw(fraud, weights, random);
            draw(benign, weights, random);
            replicates[i] = figure.applyAsDouble(weights);
        }
        return Interval.percentiles(replicates);
    }

    private static void draw(int[] positions, int[] weights, Random random) {
        for (int drawn = 0; drawn < positions.length; drawn++) {
            weights[positions[random.nextInt(positions.length)]]++;
        }
    }
}
