/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.scoring;

import io.fuselink.models.features.Feature;

/**
 * The least that would have had to be different: one feature, moved as little as possible in units of its
 * spread, after which the model would not have accused.
 *
 * @param from what was, in the feature's unit
 * @param to what would have been enough
 * @param score the score there, below the limit
 */
public record SmallestChange(Feature feature, double from, double to, double score) {

    /** Such as {@code callees_24h 96 numbers -> 31 numbers}. */
    public String plain() {
        return "%s %s -> %s".formatted(feature.name(), feature.plain(from), feature.plain(to));
    }
}
