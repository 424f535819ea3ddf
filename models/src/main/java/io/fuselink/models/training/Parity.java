/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.bundle.BundleException;
import io.fuselink.models.bundle.DenseWeights;
import io.fuselink.models.scoring.DensePass;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;

/** Proves that exported weights say what the DL4J network says. */
final class Parity {
    /** Largest difference of uncalibrated probabilities that serving may show. */
    static final double TOLERANCE = 1e-6;

    /** Keeps log-odds finite where a sigmoid has rounded to 0 or 1; far below the tolerance. */
    private static final double EDGE = 1e-15;

    private Parity() {}

    /**
     * Returns the largest difference over the rows, of the mean of the networks' log-odds as a probability.
     *
     * @throws BundleException beyond {@link #TOLERANCE}
     */
    static double require(
            List<MultiLayerNetwork> networks, DenseWeights weights, List<float[]> rows) {
        var inputs = new double[rows.size()][weights.normaliser().outputs()];
        for (int i = 0; i < inputs.length; i++) {
            weights.normaliser().apply(rows.get(i), inputs[i]);
        }
        var expected = new double[rows.size()];
        for (var network : networks) {
            var probabilities = network.output(Nd4j.createFromArray(inputs));
            for (int i = 0; i < expected.length; i++) {
                expected[i] += logOdds(probabilities.getDouble(i, 0)) / networks.size();
            }
        }
        var pass = new DensePass(weights);
        double worst = 0;
        for (int i = 0; i < inputs.length; i++) {
            worst =
                    Math.max(
                            worst,
                            Math.abs(sigmoid(pass.logit(rows.get(i))) - sigmoid(expected[i])));
        }
        if (!(worst <= TOLERANCE)) {
            throw new BundleException(
                    "exported weights differ from the network by %s, more than %s: the bundle was not accepted, report this as a defect"
                            .formatted(worst, TOLERANCE));
        }
        return worst;
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static double logOdds(double probability) {
        var inside = Math.max(EDGE, Math.min(1 - EDGE, probability));
        return Math.log(inside / (1 - inside));
    }
}
