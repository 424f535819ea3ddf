/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.bundle.BundleException;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.texts.RehearsalTexts;
import io.fuselink.models.texts.TextGrams;
import io.fuselink.models.texts.TextPass;
import io.fuselink.models.texts.TextScorer;
import java.io.IOException;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;

/** Proves that the exported weights of a text model say what its DL4J network says. */
final class TextParity {
    private static final int TEXTS = 128;
    private static final long SEED = 1;

    private TextParity() {}

    /**
     * The same for a bundle, on rehearsed texts.
     *
     * @throws BundleException if they differ, or the network cannot be read
     */
    static double of(ModelBundle bundle) {
        var texts =
                RehearsalTexts.compose(TEXTS, SEED).stream()
                        .map(row -> TextGrams.of(row.text()))
                        .toList();
        try {
            return require(
                    NumberNetwork.fromBytes(bundle.networks().get(0)),
                    TextScorer.weights(bundle).hashes(),
                    TextScorer.pass(bundle),
                    texts);
        } catch (IOException e) {
            throw new BundleException(
                    "bundle %s holds a network that DL4J cannot read (%s): train it again"
                            .formatted(bundle.manifest().label(), e.getMessage()),
                    e);
        }
    }

    /**
     * Returns the largest difference of uncalibrated probabilities. The network is lifted to double
     * precision for it, so that only the weights are compared and not the rounding of long sums.
     *
     * @throws BundleException beyond {@link Parity#TOLERANCE}
     */
    static double require(
            MultiLayerNetwork network, int[] chosen, TextPass pass, List<int[]> texts) {
        var exact = network.convertDataType(DataType.DOUBLE);
        double worst = 0;
        for (var text : texts) {
            var places = GramChoice.places(chosen, text);
            var batch = TextNetwork.batch(List.of(places), new boolean[1], DataType.DOUBLE);
            var said =
                    exact.output(batch.getFeatures(), false, batch.getFeaturesMaskArray(), null)
                            .getDouble(0);
            worst = Math.max(worst, Math.abs(said - 1 / (1 + Math.exp(-pass.logit(text)))));
        }
        if (!(worst <= Parity.TOLERANCE)) {
            throw new BundleException(
                    "exported weights differ from the network by %s, more than %s: the bundle was not written, report this as a defect"
                            .formatted(worst, Parity.TOLERANCE));
        }
        return worst;
    }
}
