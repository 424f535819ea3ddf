/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.bundle.Normaliser;
import io.fuselink.models.bundle.Rungs;
import io.fuselink.models.features.FeatureRow;
import io.fuselink.models.features.FeatureSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Fits means, scales and rungs on the known values of train rows; masks stay the 0 and 1 they are. */
final class NormaliserFit {
    /** Below this deviation a column says nothing; it is switched off rather than blown up. */
    private static final double CONSTANT = 1e-6;

    private NormaliserFit() {}

    /** @param stretches per column, 0 for plain columns */
    static Normaliser on(List<FeatureRow> train, FeatureSchema schema, int stretches) {
        var mean = new double[schema.width()];
        var scale = new double[schema.width()];
        var rungs = new ArrayList<Rungs>();
        for (int i = 0; i < schema.width(); i++) {
            if (schema.features().get(i).mask()) {
                scale[i] = 1;
                rungs.add(null);
                continue;
            }
            var known = known(train, i);
            mean[i] = Arrays.stream(known).average().orElse(0);
            var deviation = deviation(known, mean[i]);
            scale[i] = deviation < CONSTANT ? 0 : 1 / deviation;
            rungs.add(scale[i] == 0 || stretches == 0 ? null : rungs(known, stretches));
        }
        return new Normaliser(mean, scale, rungs);
    }

    /** Knots at quantiles; where many rows have one value, the stretches around it fall together. */
    private static Rungs rungs(double[] known, int stretches) {
        var sorted = known.clone();
        Arrays.sort(sorted);
        var knots =
                IntStream.rangeClosed(0, stretches)
                        .mapToDouble(k -> sorted[(int) ((sorted.length - 1L) * k / stretches)])
                        .distinct()
                        .toArray();
        var raw = new Rungs(knots, new double[knots.length - 1]);
        var centres = new double[knots.length - 1];
        var of = new Normaliser(new double[1], new double[1], List.of(raw));
        var inputs = new double[centres.length];
        for (var value : known) {
            of.apply(new float[] {(float) value}, inputs);
            for (int i = 0; i < centres.length; i++) {
                centres[i] += inputs[i] / known.length;
            }
        }
        return new Rungs(knots, centres);
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
