/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.bundle.Normaliser;
import io.fuselink.models.features.FeatureRow;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Normalised rows as DL4J takes them.
 *
 * @param inputs rows × network inputs
 * @param labels rows × 1, 1 = fraud
 */
record Examples(double[][] inputs, double[][] labels) {

    static Examples of(
            List<FeatureRow> rows, Normaliser normaliser, UnaryOperator<float[]> change) {
        var inputs = new double[rows.size()][normaliser.outputs()];
        var labels = new double[rows.size()][1];
        for (int i = 0; i < rows.size(); i++) {
            normaliser.apply(change.apply(rows.get(i).features()), inputs[i]);
            labels[i][0] = rows.get(i).fraud() ? 1 : 0;
        }
        return new Examples(inputs, labels);
    }

    /**
     * All positions, those of the rarer class as often as it takes for both classes to weigh the same.
     * DL4J has no weights per class for a single output, and a label mask scales the output as well as
     * the loss, so it cannot stand in for them.
     */
    int[] balanced() {
        int fraud = (int) Arrays.stream(labels).filter(label -> label[0] == 1).count();
        int benign = labels.length - fraud;
        return IntStream.range(0, labels.length)
                .flatMap(
                        i ->
                                IntStream.range(0, copies(labels[i][0] == 1 ? fraud : benign))
                                        .map(copy -> i))
                .toArray();
    }

    private int copies(int classSize) {
        return Math.max(1, (int) Math.round((double) (labels.length - classSize) / classSize));
    }

    DataSet batch(int[] positions) {
        return new DataSet(pick(inputs, positions), pick(labels, positions));
    }

    private static INDArray pick(double[][] values, int[] positions) {
        return Nd4j.createFromArray(
                Arrays.stream(positions).mapToObj(i -> values[i]).toArray(double[][]::new));
    }
}
