/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fuselink.models.texts.TextPass;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** Several networks that answer together. */
final class TextNetworkTest {
    private static final int GRAMS = 20;

    @Test
    void joinedNetworksAnswerWhatTheyAnswerOnAverage() {
        var members = new ArrayList<MultiLayerNetwork>();
        for (var seed = 1; seed <= 3; seed++) {
            members.add(trained(seed));
        }
        var joined = TextNetwork.joined(members);
        var text = List.of(new int[] {3, 7, 11, 19});

        var mean = members.stream().mapToDouble(m -> logOdds(m, text)).average().orElseThrow();
        assertThat(logOdds(joined, text)).isCloseTo(mean, within(1e-5));
        assertThat(
                        new TextPass(TextNetwork.vectors(joined, grams()), TextNetwork.head(joined))
                                .logit(text.get(0)))
                .isCloseTo(mean, within(1e-5));
        assertThat(members.stream().map(m -> logOdds(m, text)).distinct()).hasSize(3);
    }

    /** Far from its beginning, where every network says the same. */
    private static MultiLayerNetwork trained(long seed) {
        var network = TextNetwork.create(GRAMS, 1, seed);
        var random = new Random(seed);
        var values = network.params().dup();
        for (var i = 0L; i < values.length(); i++) {
            values.putScalar(i, random.nextGaussian());
        }
        network.setParams(values);
        return network;
    }

    private static int[] grams() {
        return IntStream.range(0, GRAMS).toArray();
    }

    private static double logOdds(MultiLayerNetwork network, List<int[]> text) {
        var batch = TextNetwork.batch(text, new boolean[1], DataType.FLOAT);
        var said =
                network.output(batch.getFeatures(), false, batch.getFeaturesMaskArray(), null)
                        .getDouble(0);
        return Math.log(said / (1 - said));
    }
}
