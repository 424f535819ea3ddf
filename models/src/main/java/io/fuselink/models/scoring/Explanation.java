/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.scoring;

import io.fuselink.models.features.Block;
import io.fuselink.models.features.FeatureSchema;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a row scored as it did, by ablation: how far the score falls when a block looks like that of an
 * average number.
 */
public final class Explanation implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Keeps log-odds finite where the score has rounded to 0 or 1. */
    private static final double EDGE = 1e-12;

    private final CallScorer scorer;
    private final ArrayList<Ablation> ablations = new ArrayList<>();

    public Explanation(CallScorer scorer, FeatureSchema schema) {
        this.scorer = scorer;
        for (var block : schema.blocks()) {
            ablations.add(new Ablation(block, schema.mask(block), schema.measured(block)));
        }
    }

    /** Block to log-odds it adds to the score, the strongest accuser first; negative ones speak for the number. */
    public Map<String, Double> blockAttributions(float[] features) {
        var full = logOdds(scorer.score(features));
        var attributions = new LinkedHashMap<String, Double>();
        ablations.stream()
                .map(
                        a ->
                                Map.entry(
                                        a.block().key(),
                                        full - logOdds(scorer.score(a.averaged(features)))))
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(entry -> attributions.put(entry.getKey(), entry.getValue()));
        return attributions;
    }

    private static double logOdds(double score) {
        var inside = Math.max(EDGE, Math.min(1 - EDGE, score));
        return Math.log(inside / (1 - inside));
    }

    private record Ablation(Block block, int mask, int[] measured) implements Serializable {

        /** NaN is what the normaliser turns into the training mean. */
        float[] averaged(float[] features) {
            var row = features.clone();
            row[mask] = 0;
            for (var position : measured) {
                row[position] = Float.NaN;
            }
            return row;
        }
    }
}
