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

    private Parity() {}

    /**
     * Returns the largest difference over the rows.
     *
     * @throws BundleException beyond {@link #TOLERANCE}
     */
    static double require(MultiLayerNetwork network, DenseWeights weights, List<float[]> rows) {
        var inputs = new double[rows.size()][weights.normaliser().width()];
        for (int i = 0; i < inputs.length; i++) {
            weights.normaliser().apply(rows.get(i), inputs[i]);
        }
        var expected = network.output(Nd4j.createFromArray(inputs));
        var pass = new DensePass(weights);
        double worst = 0;
        for (int i = 0; i < inputs.length; i++) {
            var served = 1 / (1 + Math.exp(-pass.logit(rows.get(i))));
            worst = Math.max(worst, Math.abs(served - expected.getDouble(i, 0)));
        }
        if (!(worst <= TOLERANCE)) {
            throw new BundleException(
                    "exported weights differ from the network by %s, more than %s: the bundle was not written, report this as a defect"
                            .formatted(worst, TOLERANCE));
        }
        return worst;
    }
}
