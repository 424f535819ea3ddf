/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Fits a network to train rows until the rows held back no longer gain, and leaves it as it was at its best. */
final class EarlyStopping {
    private final TrainingPlan plan;
    private final int batch;
    private final Consumer<String> progress;

    EarlyStopping(TrainingPlan plan, int batch, Consumer<String> progress) {
        this.plan = plan;
        this.batch = batch;
        this.progress = progress;
    }

    /** Returns the epoch whose weights were kept. */
    int fit(MultiLayerNetwork network, Examples train, Examples dev, long seed) {
        var random = new Random(seed);
        var order = train.balanced();
        var devSet = dev.batch(dev.balanced());
        var best = network.params().dup();
        var bestLoss = Double.POSITIVE_INFINITY;
        int bestEpoch = 0;
        for (int epoch = 1;
                epoch <= plan.maxEpochs() && epoch - bestEpoch <= plan.patience();
                epoch++) {
            shuffle(order, random);
            for (int from = 0; from < order.length; from += batch) {
                network.fit(
                        train.batch(
                                Arrays.copyOfRange(
                                        order, from, Math.min(order.length, from + batch))));
            }
            var loss = network.score(devSet);
            progress.accept("epoch %d: held-back loss %.5f".formatted(epoch, loss));
            if (loss < bestLoss) {
                bestLoss = loss;
                bestEpoch = epoch;
                best = network.params().dup();
            }
        }
        if (bestEpoch == 0) {
            throw new TrainingException(
                    "the loss was never a number: look for infinite features in the rows");
        }
        network.setParams(best);
        return bestEpoch;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
    }
}
