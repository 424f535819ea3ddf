/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.bundle;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Brings a row to what the network was trained on, fitted on train rows only. A plain column becomes
 * {@code (x − mean) · scale}; values further out than the network has ever seen are held at {@link
 * #LIMIT}; a column that never varied in training has scale 0 and is ignored. A column with rungs becomes
 * one input for each of their stretches. An unknown value becomes 0, the training mean.
 *
 * @param mean per column, in the column's unit
 * @param scale 1 / standard deviation
 * @param rungs per column, null where it is plain
 */
public record Normaliser(double[] mean, double[] scale, List<Rungs> rungs) implements Serializable {
    /** Standard deviations beyond which a value says no more than "very far out". */
    static final double LIMIT = 6;

    public Normaliser {
        // List.copyOf refuses null, which here means a plain column.
        rungs = Collections.unmodifiableList(new ArrayList<>(rungs));
        if (mean.length != scale.length || mean.length != rungs.size()) {
            throw new IllegalArgumentException(
                    "%d means but %d scales and %d rungs"
                            .formatted(mean.length, scale.length, rungs.size()));
        }
    }

    /** All columns plain. */
    public Normaliser(double[] mean, double[] scale) {
        this(mean, scale, Collections.nCopies(mean.length, null));
    }

    /** Columns of a row. */
    public int width() {
        return mean.length;
    }

    /** Inputs of the network. */
    public int outputs() {
        return rungs.stream().mapToInt(r -> r == null ? 1 : r.stretches()).sum();
    }

    /** Writes the network's inputs into the first {@link #outputs} places of a buffer. */
    public void apply(float[] row, double[] into) {
        if (row.length != mean.length) {
            throw new IllegalArgumentException(
                    "row has %d features, the model expects %d".formatted(row.length, mean.length));
        }
        int at = 0;
        for (int i = 0; i < mean.length; i++) {
            var steps = rungs.get(i);
            if (steps == null) {
                var value = (row[i] - mean[i]) * scale[i];
                into[at++] = Double.isNaN(value) ? 0 : Math.max(-LIMIT, Math.min(LIMIT, value));
            } else {
                if (Float.isNaN(row[i])) {
                    Arrays.fill(into, at, at + steps.stretches(), 0);
                } else {
                    steps.apply(row[i], into, at);
                }
                at += steps.stretches();
            }
        }
    }
}
