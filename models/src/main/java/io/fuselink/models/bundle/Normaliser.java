/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.bundle;

import java.io.Serializable;

/**
 * Brings a row to the scale the network was trained on: {@code (x − mean) · scale}, fitted on train rows
 * only. An unknown value becomes 0, the training mean; values further out than the network has ever seen
 * are held at {@link #LIMIT}; a column that never varied in training has scale 0 and is ignored.
 *
 * @param mean per column, in the column's unit
 * @param scale 1 / standard deviation
 */
public record Normaliser(double[] mean, double[] scale) implements Serializable {
    /** Standard deviations beyond which a value says no more than "very far out". */
    static final double LIMIT = 6;

    public Normaliser {
        if (mean.length != scale.length) {
            throw new IllegalArgumentException(
                    "%d means but %d scales".formatted(mean.length, scale.length));
        }
    }

    public int width() {
        return mean.length;
    }

    /** Writes the normalised row into the first {@link #width} places of a buffer. */
    public void apply(float[] row, double[] into) {
        if (row.length != mean.length) {
            throw new IllegalArgumentException(
                    "row has %d features, the model expects %d".formatted(row.length, mean.length));
        }
        for (int i = 0; i < mean.length; i++) {
            var value = (row[i] - mean[i]) * scale[i];
            into[i] = Double.isNaN(value) ? 0 : Math.max(-LIMIT, Math.min(LIMIT, value));
        }
    }
}
