/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.scoring;

import io.fuselink.models.bundle.DenseLayer;
import io.fuselink.models.bundle.DenseWeights;
import java.io.Serializable;

/**
 * One pass through exported weights, from a raw row to the log-odds of fraud. It reuses two buffers, so
 * it belongs to one thread.
 */
public final class DensePass implements Serializable {
    private static final long serialVersionUID = 1L;

    private final DenseWeights weights;
    private final int widest;
    private transient double[] front;
    private transient double[] back;

    public DensePass(DenseWeights weights) {
        this.weights = weights;
        this.widest =
                Math.max(
                        weights.normaliser().width(),
                        weights.layers().stream()
                                .mapToInt(DenseLayer::outputs)
                                .max()
                                .orElseThrow());
    }

    /** Uncalibrated log-odds of fraud. */
    public double logit(float[] row) {
        if (front == null) {
            front = new double[widest];
            back = new double[widest];
        }
        weights.normaliser().apply(row, front);
        var layers = weights.layers();
        for (int i = 0; i < layers.size(); i++) {
            forward(layers.get(i), i < layers.size() - 1);
            var done = front;
            front = back;
            back = done;
        }
        return front[0];
    }

    private void forward(DenseLayer layer, boolean rectified) {
        var weight = layer.weights();
        int at = 0;
        for (int out = 0; out < layer.outputs(); out++) {
            double sum = layer.biases()[out];
            for (int in = 0; in < layer.inputs(); in++) {
                sum += weight[at++] * front[in];
            }
            back[out] = rectified ? Math.max(0, sum) : sum;
        }
    }
}
