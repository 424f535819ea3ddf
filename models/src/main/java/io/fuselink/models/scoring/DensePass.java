/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.scoring;

import io.fuselink.models.bundle.DenseLayer;
import io.fuselink.models.bundle.DenseWeights;
import java.io.Serializable;
import java.util.List;

/**
 * One pass through exported weights, from a raw row to the log-odds of fraud, the mean over the networks.
 * It reuses its buffers, so it belongs to one thread.
 */
public final class DensePass implements Serializable {
    private static final long serialVersionUID = 2L;

    private final DenseWeights weights;
    private transient Column[][] members;
    private transient double[] inputs;
    private transient double[] front;
    private transient double[] back;

    /**
     * A layer input by input: for each of them what it adds to every output, so that the inner loop runs
     * over independent sums and the compiler can take several at once.
     */
    private record Column(double[] weights, double[] biases, int inputs, int outputs) {
        static Column of(DenseLayer layer) {
            var turned = new double[layer.weights().length];
            for (int out = 0; out < layer.outputs(); out++) {
                for (int in = 0; in < layer.inputs(); in++) {
                    turned[in * layer.outputs() + out] = layer.weights()[out * layer.inputs() + in];
                }
            }
            return new Column(turned, layer.biases(), layer.inputs(), layer.outputs());
        }

        void forward(double[] from, double[] into) {
            System.arraycopy(biases, 0, into, 0, outputs);
            for (int in = 0, at = 0; in < inputs; in++, at += outputs) {
                var value = from[in];
                // Unknown columns and resting ReLUs add nothing.
                if (value != 0) {
                    for (int out = 0; out < outputs; out++) {
                        into[out] += value * weights[at + out];
                    }
                }
            }
        }

        void rectify(double[] values) {
            for (int out = 0; out < outputs; out++) {
                values[out] = Math.max(0, values[out]);
            }
        }
    }

    public DensePass(DenseWeights weights) {
        this.weights = weights;
    }

    /** Uncalibrated log-odds of fraud. */
    public double logit(float[] row) {
        prepare();
        weights.normaliser().apply(row, inputs);
        double sum = 0;
        for (var layers : members) {
            sum += logit(layers);
        }
        return sum / members.length;
    }

    private double logit(Column[] layers) {
        var from = inputs;
        for (int i = 0; i < layers.length; i++) {
            layers[i].forward(from, front);
            if (i < layers.length - 1) {
                layers[i].rectify(front);
            }
            var done = front;
            front = back;
            back = done;
            from = done;
        }
        return from[0];
    }

    private void prepare() {
        if (members != null) {
            return;
        }
        inputs = new double[weights.normaliser().outputs()];
        int widest =
                weights.members().stream()
                        .flatMap(List::stream)
                        .mapToInt(DenseLayer::outputs)
                        .max()
                        .orElseThrow();
        front = new double[widest];
        back = new double[widest];
        members =
                weights.members().stream()
                        .map(layers -> layers.stream().map(Column::of).toArray(Column[]::new))
                        .toArray(Column[][]::new);
    }
}
