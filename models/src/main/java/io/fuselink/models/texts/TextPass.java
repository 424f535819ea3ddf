/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.texts;

import io.fuselink.models.bundle.DenseLayer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One pass through exported weights, from n-grams to the log-odds of fraud. Belongs to no thread: it
 * keeps nothing between texts.
 */
public final class TextPass implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TextWeights weights;
    private final ArrayList<DenseLayer> layers;

    /** The n-grams' vectors, and the layers above their bag. */
    public TextPass(TextWeights weights, List<DenseLayer> layers) {
        this.weights = weights;
        this.layers = new ArrayList<>(layers);
    }

    /** Uncalibrated log-odds of fraud of a text's n-grams. */
    public double logit(int[] grams) {
        var sum = new double[weights.width()];
        return logit(sum, weights.add(grams, sum));
    }

    WordBag bag(String model, int[] grams, int words) {
        var sum = new double[weights.width()];
        int known = weights.add(grams, sum);
        return new WordBag(model, Arrays.stream(sum).boxed().toList(), known, words);
    }

    double logit(WordBag bag) {
        return logit(bag.sum().stream().mapToDouble(Double::doubleValue).toArray(), bag.known());
    }

    /** The same for a bag: the sum of the vectors of so many known n-grams. */
    double logit(double[] sum, int known) {
        var now = new double[sum.length];
        var root = Math.sqrt(known + 1);
        for (int i = 0; i < now.length; i++) {
            now[i] = sum[i] / root;
        }
        for (int i = 0; i < layers.size(); i++) {
            now = forward(layers.get(i), now, i < layers.size() - 1);
        }
        return now[0];
    }

    private static double[] forward(DenseLayer layer, double[] in, boolean rectified) {
        var out = new double[layer.outputs()];
        var weight = layer.weights();
        int at = 0;
        for (int o = 0; o < out.length; o++) {
            double sum = layer.biases()[o];
            for (var value : in) {
                sum += weight[at++] * value;
            }
            out[o] = rectified ? Math.max(0, sum) : sum;
        }
        return out;
    }
}
