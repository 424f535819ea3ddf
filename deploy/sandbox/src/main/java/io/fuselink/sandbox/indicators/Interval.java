/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.indicators;

import java.util.Arrays;

/**
 * A figure with its 95 % interval; NaN where there is none.
 *
 * @param value the estimate
 */
record Interval(double value, double low, double high) {
    private static final double Z = 1.959964;

    static final Interval NONE = new Interval(Double.NaN, Double.NaN, Double.NaN);

    /** A number that is counted, not estimated. */
    static Interval exactly(double value) {
        return new Interval(value, Double.NaN, Double.NaN);
    }

    /** {@code count} of {@code base}, times {@code scale}: Wilson's interval, which also holds for few cases and for none. */
    static Interval share(long count, long base, double scale) {
        if (base == 0) {
            return NONE;
        }
        var n = (double) base;
        var p = Math.min(1, count / n);
        var z2 = Z * Z;
        var centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        var half = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
        return new Interval(
                scale * count / n,
                scale * Math.max(0, centre - half),
                scale * Math.min(1, centre + half));
    }

    /** The median, between the two order statistics that hold it in 95 of 100 samples; without those ends below six values. */
    static Interval median(double[] values, double scale) {
        if (values.length == 0) {
            return NONE;
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        var n = sorted.length;
        var median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        if (n < 6) {
            return exactly(scale * median);
        }
        var half = Z * Math.sqrt(n) / 2;
        var low = (int) Math.max(0, Math.floor(n / 2.0 - half));
        var high = (int) Math.min(n - 1, Math.ceil(n / 2.0 + half));
        return new Interval(scale * median, scale * sorted[low], scale * sorted[high]);
    }
}
