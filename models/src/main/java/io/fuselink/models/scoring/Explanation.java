/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.scoring;

import io.fuselink.models.bundle.Normaliser;
import io.fuselink.models.features.Block;
import io.fuselink.models.features.Feature;
import io.fuselink.models.features.FeatureSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a row scored as it did. Attributions are ablations: how far the score falls when a block or a single
 * feature looks like that of an average number. The smallest change is found by moving one feature at a
 * time, and proven by scoring the changed row.
 */
public final class Explanation {
    /** Keeps log-odds finite where the score has rounded to 0 or 1. */
    private static final double EDGE = 1e-12;

    /** Standard deviations to look at, in steps, on either side of a value. */
    private static final double REACH = 6;

    private static final double STEP = 0.25;
    private static final int BISECTIONS = 20;

    private final CallScorer scorer;
    private final FeatureSchema schema;
    private final ArrayList<Ablation> ablations = new ArrayList<>();

    public Explanation(CallScorer scorer, FeatureSchema schema) {
        this.scorer = scorer;
        this.schema = schema;
        for (var block : schema.blocks()) {
            ablations.add(new Ablation(block, schema.mask(block), schema.measured(block)));
        }
    }

    /** Block to log-odds it adds to the score, the strongest accuser first; negative ones speak for the number. */
    public Map<String, Double> blockAttributions(float[] features) {
        var full = logOdds(scorer.score(features));
        return strongestFirst(
                ablations.stream()
                        .map(
                                a ->
                                        Map.entry(
                                                a.block().key(),
                                                full - logOdds(scorer.score(a.averaged(features)))))
                        .toList());
    }

    /** The same for every measured feature whose value is known. */
    public Map<String, Double> featureAttributions(float[] features) {
        var full = logOdds(scorer.score(features));
        var attributions = new ArrayList<Map.Entry<String, Double>>();
        var row = features.clone();
        for (int i = 0; i < features.length; i++) {
            if (!schema.features().get(i).mask() && !Float.isNaN(features[i])) {
                row[i] = Float.NaN;
                attributions.add(
                        Map.entry(
                                schema.features().get(i).name(),
                                full - logOdds(scorer.score(row))));
                row[i] = features[i];
            }
        }
        return strongestFirst(attributions);
    }

    /**
     * The smallest change of a single feature that would have left the score under the threshold; empty
     * if there is none, or the row does not reach the threshold anyway.
     *
     * @param spread of the features in training, to compare changes of different units
     */
    public Optional<SmallestChange> smallestChange(float[] features, Normaliser spread) {
        if (scorer.score(features) < scorer.threshold()) {
            return Optional.empty();
        }
        var best = new double[] {Double.POSITIVE_INFINITY};
        SmallestChange smallest = null;
        for (int i = 0; i < features.length; i++) {
            var feature = schema.features().get(i);
            var scale = spread.scale()[i];
            if (feature.mask() || scale == 0 || Float.isNaN(features[i])) {
                continue;
            }
            var change = nearest(features, i, feature, scale, best);
            smallest = change == null ? smallest : change;
        }
        return Optional.ofNullable(smallest);
    }

    /** The nearest passing value of one column, if it is nearer than the best so far. */
    private SmallestChange nearest(
            float[] features, int column, Feature feature, double scale, double[] best) {
        var row = features.clone();
        for (double away = STEP; away <= REACH && away - STEP < best[0]; away += STEP) {
            for (int side = -1; side <= 1; side += 2) {
                if (passes(row, column, moved(features[column], side * away, feature, scale))) {
                    var distance =
                            bisect(row, column, features[column], side, away, feature, scale);
                    if (distance >= best[0]) {
                        return null;
                    }
                    best[0] = distance;
                    var to = moved(features[column], side * distance, feature, scale);
                    row[column] = (float) to;
                    return new SmallestChange(
                            feature, features[column], row[column], scorer.score(row));
                }
            }
        }
        return null;
    }

    /** How near a passing value comes to the row's own, in standard deviations. */
    private double bisect(
            float[] row,
            int column,
            double from,
            int side,
            double passing,
            Feature feature,
            double scale) {
        double accused = passing - STEP, free = passing;
        for (int i = 0; i < BISECTIONS; i++) {
            var middle = (accused + free) / 2;
            if (passes(row, column, moved(from, side * middle, feature, scale))) {
                free = middle;
            } else {
                accused = middle;
            }
        }
        return free;
    }

    private boolean passes(float[] row, int column, double value) {
        row[column] = (float) value;
        return scorer.score(row) < scorer.threshold();
    }

    private static double moved(double from, double deviations, Feature feature, double scale) {
        return Math.max(feature.least(), Math.min(feature.most(), from + deviations / scale));
    }

    private static Map<String, Double> strongestFirst(List<Map.Entry<String, Double>> entries) {
        var sorted = new LinkedHashMap<String, Double>();
        entries.stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static double logOdds(double score) {
        var inside = Math.max(EDGE, Math.min(1 - EDGE, score));
        return Math.log(inside / (1 - inside));
    }

    private record Ablation(Block block, int mask, int[] measured) {

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
