/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.bundle;

import java.util.List;

/**
 * What a model has seen in training, to notice when the world has moved on.
 *
 * @param features per column of a row
 * @param score of calibrated scores on rows the networks were not fitted to
 */
public record Reference(List<Histogram> features, Histogram score) {
    public Reference {
        features = List.copyOf(features);
    }
}
