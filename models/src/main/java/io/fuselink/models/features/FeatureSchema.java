/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.features;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names, order and units of a model's input; rows, bundles and code must agree on it. Whoever changes
 * name, order, unit or meaning of a column raises the version.
 *
 * @param features the masks first, one per block, then the measured columns
 */
public record FeatureSchema(String name, int version, List<Feature> features) {

    public FeatureSchema {
        features = List.copyOf(features);
        var names = new HashSet<String>();
        for (var feature : features) {
            if (!names.add(feature.name())) {
                throw new IllegalArgumentException(
                        "schema %s names the feature %s twice".formatted(name, feature.name()));
            }
        }
    }

    /** The schema of these measured columns, with a mask in front for each of their blocks. */
    static FeatureSchema masked(String name, int version, List<Feature> measured) {
        var masks =
                measured.stream()
                        .map(Feature::block)
                        .distinct()
                        .sorted()
                        .map(block -> new Feature(block.key() + "_missing", "0/1", block, true));
        return new FeatureSchema(name, version, Stream.concat(masks, measured.stream()).toList());
    }

    /** Length of a row. */
    public int width() {
        return features.size();
    }

    public List<String> names() {
        return features.stream().map(Feature::name).toList();
    }

    public List<Block> blocks() {
        return features.stream().map(Feature::block).distinct().sorted().toList();
    }

    /** Position of the block's mask. */
    public int mask(Block block) {
        return positions(block, true)[0];
    }

    /** Positions of the block's measured columns. */
    public int[] measured(Block block) {
        return positions(block, false);
    }

    /** Makes a row say that a block is wholly unknown. */
    public void hide(Block block, float[] row) {
        row[mask(block)] = 1;
        for (var position : measured(block)) {
            row[position] = Float.NaN;
        }
    }

    private int[] positions(Block block, boolean mask) {
        return IntStream.range(0, width())
                .filter(i -> features.get(i).block() == block && features.get(i).mask() == mask)
                .toArray();
    }
}
