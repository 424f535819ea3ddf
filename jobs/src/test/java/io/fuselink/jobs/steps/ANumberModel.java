/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.Speech;
import io.fuselink.jobs.ASnapshot;
import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.bundle.Calibration;
import io.fuselink.models.bundle.DenseLayer;
import io.fuselink.models.bundle.DenseWeights;
import io.fuselink.models.bundle.Histogram;
import io.fuselink.models.bundle.Manifest;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.bundle.Normaliser;
import io.fuselink.models.bundle.Reference;
import io.fuselink.models.features.FeatureSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A number model that accuses by one column alone, and profiles for it to judge. */
final class ANumberModel {
    private ANumberModel() {}

    /** A model whose score crosses its threshold at so many attempts in 24 h. */
    static ModelBundle accusesFrom(int attempts, int version, FeatureSchema schema) {
        return accusesFrom("attempts_24h", attempts, version, schema);
    }

    /** The same by another counted column. */
    static ModelBundle accusesFrom(String column, int count, int version, FeatureSchema schema) {
        int width = schema.width();
        var weights = new double[width];
        weights[schema.names().indexOf(column)] = 20;
        var ones = new double[width];
        Arrays.fill(ones, 1);
        var calm = Histogram.of(new double[] {0, 1, 2, 3});
        return ModelBundle.of(
                        new Manifest(
                                BundleKind.SERVING,
                                "numbers",
                                version,
                                schema.name(),
                                schema.version(),
                                schema.names(),
                                0.5,
                                new Calibration(1, 0),
                                "0123456789abcdef",
                                Map.of(),
                                "for tests",
                                "nothing"),
                        DenseWeights.of(
                                new Normaliser(new double[width], ones),
                                List.of(
                                        new DenseLayer(
                                                width,
                                                1,
                                                weights,
                                                new double[] {-20 * Math.log1p(count - 0.5)}))),
                        List.of(new byte[] {1}))
                .with(new Reference(IntStream.range(0, width).mapToObj(i -> calm).toList(), calm));
    }

    /** A tenure that called so often in 24 h. */
    static NumberSnapshot profile(String tk, int attempts, long at) {
        return profile(tk, attempts, null, at);
    }

    /** The same of a tenure that was heard speaking. */
    static NumberSnapshot profile(String tk, int attempts, Speech speech, long at) {
        return ASnapshot.of(tk, 1, attempts, speech, at);
    }
}
