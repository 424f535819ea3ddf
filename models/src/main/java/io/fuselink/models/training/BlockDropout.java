/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.features.FeatureSchema;
import java.util.Random;

/**
 * Hides whole blocks of some train rows, so that the network learns to judge without cells or devices and
 * what a mask means, even where the export never lacked them.
 */
final class BlockDropout {
    private final FeatureSchema schema;
    private final double share;
    private final Random random;

    /** @param share of rows in which a block is hidden, 0–1 */
    BlockDropout(FeatureSchema schema, double share, long seed) {
        this.schema = schema;
        this.share = share;
        this.random = new Random(seed);
    }

    float[] apply(float[] features) {
        var row = features.clone();
        for (var block : schema.blocks()) {
            if (random.nextDouble() < share) {
                schema.hide(block, row);
            }
        }
        return row;
    }
}
