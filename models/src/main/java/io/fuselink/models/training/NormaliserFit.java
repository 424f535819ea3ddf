/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.bundle.Normaliser;
import io.fuselink.models.features.FeatureRow;
import io.fuselink.models.features.FeatureSchema;
import java.util.Arrays;
import java.util.List;

/** Fits means and scales on the known values of train rows; masks stay the 0 and 1 they are. */
final class NormaliserFit {
    /** Below this deviation a column says nothing; it is switched off rather than blown up. */
    private static final double CONSTANT = 1e-6;

    private NormaliserFit() {}

    static Normaliser on(List<FeatureRow> train, FeatureSchema schema) {
        var mean = new double[schema.width()];
        var scale = new double[schema.width()];
        for (int i = 0; i < schema.width(); i++) {
            if (schema.features().get(i).mask()) {
                scale[i] = 1;
                continue;
            }
            var known = known(train, i);
            mean[i] = Arrays.stream(known).average().orElse(0);
            var deviation = deviation(known, mean[i]);
            scale[i] = deviation < CONSTANT ? 0 : 1 / deviation;
        }
        return new Normaliser(mean, scale);
    }

    private static double[] known(List<FeatureRow> rows, int column) {
        return rows.stream()
                .mapToDouble(row -> row.features()[column])
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static double deviation(double[] values, double mean) {
        return Math.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
    }
}
