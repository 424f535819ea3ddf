/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.bundle;

import java.io.Serializable;

/**
 * A column spread over several inputs, one for each stretch between two neighbouring knots: below it 0,
 * above it 1, within it how far the value has come. A network of few weights can so bend at every knot,
 * as a tree does.
 *
 * @param knots ascending, in the column's unit: quantiles of train rows
 * @param centres per stretch its mean over train rows, taken off, so that an unknown value is all zeros
 */
public record Rungs(double[] knots, double[] centres) implements Serializable {

    public Rungs {
        if (knots.length != centres.length + 1 || centres.length == 0) {
            throw new IllegalArgumentException(
                    "%d knots do not bound %d stretches".formatted(knots.length, centres.length));
        }
    }

    int stretches() {
        return centres.length;
    }

    /** Writes the stretches of a known value from a place on. */
    void apply(double value, double[] into, int at) {
        for (int i = 0; i < centres.length; i++) {
            var share = (value - knots[i]) / (knots[i + 1] - knots[i]);
            into[at + i] = Math.max(0, Math.min(1, share)) - centres[i];
        }
    }
}
