/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.bundle.Calibration;
import io.fuselink.models.bundle.DenseLayer;
import io.fuselink.models.bundle.DenseWeights;
import io.fuselink.models.bundle.Manifest;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.bundle.Normaliser;
import io.fuselink.models.texts.TextGrams;
import io.fuselink.models.texts.TextScorer;
import io.fuselink.models.texts.TextWeights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A text model that has learnt one phrase, so that it is plain what it hears. */
final class ATextModel {
    private ATextModel() {}

    /** Accuses whoever says this phrase whole. */
    static ModelBundle against(String phrase, int version) {
        return against(phrase, version, TextGrams.VERSION);
    }

    static ModelBundle against(String phrase, int version, int schemaVersion) {
        var grams = TextGrams.of(phrase);
        var vectors = new float[grams.length];
        Arrays.fill(vectors, 1);
        // Half of its n-grams leave the log-odds below 0.
        var half = Math.sqrt(grams.length / 2.0);
        return ModelBundle.of(
                        new Manifest(
                                BundleKind.TEXTS,
                                "texts",
                                version,
                                TextGrams.SCHEMA,
                                schemaVersion,
                                List.of("bag_1"),
                                0.5,
                                new Calibration(1, 0),
                                "0123456789abcdef",
                                Map.of(),
                                "for tests",
                                "nothing"),
                        DenseWeights.of(
                                new Normaliser(new double[1], new double[] {1}),
                                List.of(
                                        new DenseLayer(
                                                1, 1, new double[] {4}, new double[] {-4 * half}))),
                        List.of(new byte[] {1}))
                .with(TextScorer.GRAMS, new TextWeights(grams, vectors, 1).toBytes());
    }
}
