/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.features;

import java.io.Serializable;
import java.util.Locale;

/**
 * One column of a model's input.
 *
 * @param unit such as {@code ln(1+calls)}, {@code share}, {@code bits}
 * @param mask true for the column that says 1 when everything else of the block is unknown
 */
public record Feature(String name, String unit, Block block, boolean mask) implements Serializable {
    private static final String LOGARITHM = "ln(1+";
    private static final String SHARE = "share";

    /** The value as people read it: logarithms undone, with its unit. */
    public String plain(double value) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        if (unit.startsWith(LOGARITHM)) {
            return number(natural(value))
                    + " "
                    + unit.substring(LOGARITHM.length(), unit.length() - 1);
        }
        return unit.equals(SHARE)
                ? String.format(Locale.ROOT, "%.0f %%", 100 * value)
                : number(value);
    }

    /** The value in the unit that people count in: logarithms undone. */
    public double natural(double value) {
        return unit.startsWith(LOGARITHM) ? Math.expm1(value) : value;
    }

    /** The least value it can have. */
    public double least() {
        return unit.startsWith(LOGARITHM) || unit.equals(SHARE) || unit.equals("bits")
                ? 0
                : Double.NEGATIVE_INFINITY;
    }

    /** The greatest value it can have. */
    public double most() {
        return unit.equals(SHARE) ? 1 : Double.POSITIVE_INFINITY;
    }

    private static String number(double value) {
        return Math.abs(value) >= 10 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
