/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.bundle;

import java.io.Serializable;

/**
 * One fully connected layer as plain numbers.
 *
 * @param weights row by row: all inputs of the first output, then of the second
 * @param biases one per output
 */
public record DenseLayer(int inputs, int outputs, double[] weights, double[] biases)
        implements Serializable {

    public DenseLayer {
        if (weights.length != inputs * outputs || biases.length != outputs) {
            throw new IllegalArgumentException(
                    "layer %d-%d has %d weights and %d biases"
                            .formatted(inputs, outputs, weights.length, biases.length));
        }
    }
}
