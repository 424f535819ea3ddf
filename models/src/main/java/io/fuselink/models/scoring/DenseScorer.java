/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.scoring;

import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.bundle.Calibration;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.features.FeatureSchema;
import io.fuselink.models.features.NumberFeatures;

/** The number model as the running job evaluates it: exported weights, then calibration. */
public final class DenseScorer implements CallScorer {
    private static final long serialVersionUID = 1L;

    private final DensePass pass;
    private final Calibration calibration;
    private final double threshold;
    private final String version;

    private DenseScorer(DensePass pass, Calibration calibration, double threshold, String version) {
        this.pass = pass;
        this.calibration = calibration;
        this.threshold = threshold;
        this.version = version;
    }

    /** Refuses a bundle of another kind or feature schema with the remedy in the message. */
    public static DenseScorer of(ModelBundle bundle) {
        return of(bundle, BundleKind.SERVING, NumberFeatures.SCHEMA);
    }

    /** The same for rows of another kind, which are judged but never served. */
    public static DenseScorer of(ModelBundle bundle, BundleKind kind, FeatureSchema schema) {
        var manifest = bundle.require(kind, schema).manifest();
        return new DenseScorer(
                new DensePass(bundle.weights()),
                manifest.calibration(),
                manifest.threshold(),
                manifest.label());
    }

    @Override
    public double score(float[] features) {
        return calibration.probability(pass.logit(features));
    }

    @Override
    public double threshold() {
        return threshold;
    }

    @Override
    public String version() {
        return version;
    }
}
