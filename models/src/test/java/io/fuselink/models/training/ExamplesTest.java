/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.bundle.Normaliser;
import io.fuselink.models.features.FeatureRow;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class ExamplesTest {

    /** As they come, the network would learn the share of fraud, 0.05. */
    @Test
    void oneFraudInTwentyWeighsAsMuchAsTheOtherNineteen() {
        var rows = IntStream.range(0, 200).mapToObj(i -> alike(i, i % 20 == 0)).toList();
        var normaliser = new Normaliser(new double[2], new double[] {1, 1});
        var examples = Examples.of(rows, normaliser, UnaryOperator.identity());
        var batch = examples.batch(examples.balanced());
        var network = NumberNetwork.create(2, NetworkPlan.of(BundleKind.SERVING), 1);

        for (int epoch = 0; epoch < 300; epoch++) {
            network.fit(batch);
        }

        var probability =
                network.output(Nd4j.createFromArray(new double[][] {{1, 1}})).getDouble(0);
        assertThat(probability).isCloseTo(0.5, within(0.02));
    }

    private static FeatureRow alike(int number, boolean fraud) {
        return new FeatureRow(
                "r" + number,
                "tk" + number,
                0,
                Instant.EPOCH,
                fraud,
                "test",
                Instant.EPOCH,
                new float[] {1, 1});
    }
}
