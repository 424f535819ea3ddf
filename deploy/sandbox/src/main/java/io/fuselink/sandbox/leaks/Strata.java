/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.leaks;

import java.util.HashMap;
import java.util.Map;

/**
 * How many people were looked at and how many of them were reached, by day and habit: the frame two
 * groups of people are compared in (Mantel and Haenszel).
 */
final class Strata {
    private final Map<String, int[]> cells = new HashMap<>();

    void add(long day, String habit, boolean reached) {
        var cell = cells.computeIfAbsent(day + "/" + habit, k -> new int[2]);
        cell[0]++;
        cell[1] += reached ? 1 : 0;
    }

    int people() {
        return cells.values().stream().mapToInt(c -> c[0]).sum();
    }

    int reached() {
        return cells.values().stream().mapToInt(c -> c[1]).sum();
    }

    /** Everybody but these, who are among them. */
    Strata without(Strata some) {
        var rest = new Strata();
        cells.forEach(
                (key, cell) -> {
                    var less = some.cells.getOrDefault(key, new int[2]);
                    rest.cells.put(key, new int[] {cell[0] - less[0], cell[1] - less[1]});
                });
        return rest;
    }

    /**
     * How much more often these people were reached than the others, as like is held against like.
     *
     * @param z width of the interval in standard errors of the logarithm (Greenland and Robins)
     */
    Lift against(Strata others, double z) {
        double over = 0;
        double under = 0;
        double variance = 0;
        for (var key : cells.keySet()) {
            var ours = cells.get(key);
            var theirs = others.cells.getOrDefault(key, new int[2]);
            double all = ours[0] + theirs[0];
            if (theirs[0] == 0 || all == 0) {
                continue;
            }
            over += ours[1] * (double) theirs[0] / all;
            under += theirs[1] * (double) ours[0] / all;
            variance +=
                    (ours[1] + theirs[1]) * (double) ours[0] * theirs[0] / (all * all)
                            - ours[1] * (double) theirs[1] / all;
        }
        if (over == 0 || under == 0) {
            return over == 0 && under > 0 ? Lift.NONE_REACHED : Lift.NO_COMPARISON;
        }
        var lift = over / under;
        var error = Math.sqrt(variance / (over * under));
        return new Lift(lift, lift * Math.exp(-z * error), lift * Math.exp(z * error));
    }

    /**
     * How much more often, with its interval.
     *
     * @param times NaN when there is nobody to compare with
     */
    record Lift(double times, double low, double high) {
        static final Lift NO_COMPARISON = new Lift(Double.NaN, Double.NaN, Double.NaN);
        static final Lift NONE_REACHED = new Lift(0, 0, Double.NaN);
    }
}
