/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.scoring;

import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.bundle.Normaliser;
import io.fuselink.models.bundle.Reference;
import io.fuselink.models.features.Block;
import io.fuselink.models.features.FeatureSchema;
import io.fuselink.models.features.NumberFeatures;
import java.util.Optional;

/** A number model in a running task: it scores, explains, and knows what it has learnt from. */
public final class ServedModel {
    private final CallScorer scorer;
    private final Explanation explanation;
    private final Normaliser spread;
    private final Reference reference;

    private ServedModel(
            CallScorer scorer, FeatureSchema schema, Normaliser spread, Reference reference) {
        this.scorer = scorer;
        this.explanation = new Explanation(scorer, schema);
        this.spread = spread;
        this.reference = reference;
    }

    /** Refuses a bundle of another kind or feature schema with the remedy in the message. */
    public static ServedModel of(ModelBundle bundle) {
        return new ServedModel(
                DenseScorer.of(bundle),
                NumberFeatures.SCHEMA,
                bundle.weights().normaliser(),
                bundle.reference().orElse(null));
    }

    /** A model that never speaks: for exports, which must not depend on the model they will train. */
    public static ServedModel silent(FeatureSchema schema) {
        return new ServedModel(
                new Silent(),
                schema,
                new Normaliser(new double[schema.width()], new double[schema.width()]),
                null);
    }

    /** Calibrated probability of fraud, 0–1. */
    public double score(float[] features) {
        return scorer.score(features);
    }

    /** The score without a block: what the rest of the row says by itself. */
    public double scoreWithout(Block block, float[] features) {
        var row = features.clone();
        NumberFeatures.SCHEMA.hide(block, row);
        return scorer.score(row);
    }

    public double threshold() {
        return scorer.threshold();
    }

    /** Name and version, as policies and findings carry it. */
    public String version() {
        return scorer.version();
    }

    public Explanation explanation() {
        return explanation;
    }

    /** What would have had to be different, see {@link Explanation#smallestChange}. */
    public Optional<SmallestChange> smallestChange(float[] features) {
        return explanation.smallestChange(features, spread);
    }

    /** What training has seen; empty in bundles that do not know. */
    public Optional<Reference> reference() {
        return Optional.ofNullable(reference);
    }

    private record Silent() implements CallScorer {
        @Override
        public double score(float[] features) {
            return 0;
        }

        @Override
        public double threshold() {
            return 1;
        }

        @Override
        public String version() {
            return "none";
        }
    }
}
