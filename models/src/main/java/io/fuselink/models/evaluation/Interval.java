/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

import java.util.Arrays;

/** A 95 % confidence interval. */
public record Interval(double low, double high) {
    private static final double Z = 1.959964;

    /** Nothing is known. */
    static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    /** Wilson's interval of a share: also honest at 0 of n. */
    static Interval wilson(long hits, long of) {
        if (of == 0) {
            return UNKNOWN;
        }
        double share = (double) hits / of, z2 = Z * Z;
        double centre = (share + z2 / (2 * of)) / (1 + z2 / of);
        double half =
                Z / (1 + z2 / of) * Math.sqrt(share * (1 - share) / of + z2 / (4.0 * of * of));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /** The middle 95 % of what resampling gave. */
    static Interval percentiles(double[] replicates) {
        var sorted = replicates.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        return new Interval(
                sorted[(int) Math.round(0.025 * last)], sorted[(int) Math.round(0.975 * last)]);
    }
}
