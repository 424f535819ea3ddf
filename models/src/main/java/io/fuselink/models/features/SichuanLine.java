/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.features;

import java.util.HashMap;
import java.util.Map;

/**
 * One line of the Sichuan table, by the names of its columns.
 *
 * @param values in the order of {@link SichuanFeatures#COLUMNS}, NaN where a field is empty
 */
record SichuanLine(double[] values) {
    private static final Map<String, Integer> POSITIONS = positions();

    private static Map<String, Integer> positions() {
        var positions = new HashMap<String, Integer>();
        SichuanFeatures.COLUMNS.forEach(column -> positions.put(column, positions.size()));
        return positions;
    }

    double of(String column) {
        return values[POSITIONS.get(column)];
    }

    double orNone(String column) {
        var value = of(column);
        return Double.isNaN(value) ? 0 : value;
    }

    /** Talked in all. */
    double seconds() {
        return of("opposite_count") * of("call_dur_mean");
    }

    /** Months with a fee; unknown without any. */
    double billedMonths() {
        return Math.rint(over(of("arpu_sum"), of("arpu_mean")));
    }

    /** The same, none where unknown. */
    double billed() {
        var months = billedMonths();
        return Double.isNaN(months) ? 0 : months;
    }

    /** Unknown where there is nothing to divide by. */
    static double over(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }
}
