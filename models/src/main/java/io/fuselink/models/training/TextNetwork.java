/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.bundle.DenseLayer;
import io.fuselink.models.texts.TextWeights;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.PolySchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * The text model's DL4J network: every known n-gram has a small vector, the vectors of a text are summed
 * and divided by the root of their number, and a layer on top bends what linear evidence cannot.
 */
final class TextNetwork {
    /** Length of an n-gram's vector in one network, and units of the layer above. */
    static final int WIDTH = 4;

    private static final double RATE = 0.02;

    /** Far above Adam's own, so that a text already learnt does not push its rare n-grams as far as one that is not. */
    private static final double EPSILON = 1e-5;

    private TextNetwork() {}

    /**
     * An untrained network. N-grams start at nothing, so that one that training meets rarely says little;
     * the bias keeps every unit open until then.
     */
    static MultiLayerNetwork create(int grams, int steps, long seed) {
        return create(grams, WIDTH, steps, seed);
    }

    private static MultiLayerNetwork create(int grams, int width, int steps, long seed) {
        var network =
                new MultiLayerNetwork(
                        new NeuralNetConfiguration.Builder()
                                .seed(seed)
                                .dataType(DataType.FLOAT)
                                .updater(
                                        Adam.builder()
                                                .learningRateSchedule(
                                                        new PolySchedule(
                                                                ScheduleType.ITERATION,
                                                                RATE,
                                                                1,
                                                                steps + 1))
                                                .beta1(Adam.DEFAULT_ADAM_BETA1_MEAN_DECAY)
                                                .beta2(Adam.DEFAULT_ADAM_BETA2_VAR_DECAY)
                                                .epsilon(EPSILON)
                                                .build())
                                .list()
                                .layer(
                                        new EmbeddingSequenceLayer.Builder()
                                                .nIn(grams)
                                                .nOut(width)
                                                .inferInputLength(true)
                                                .hasBias(false)
                                                .weightInit(WeightInit.ZERO)
                                                .activation(Activation.IDENTITY)
                                                .build())
                                .layer(new GlobalPoolingLayer.Builder(PoolingType.SUM).build())
                                .layer(
                                        new org.deeplearning4j.nn.conf.layers.DenseLayer.Builder()
                                                .nIn(width)
                                                .nOut(width)
                                                .weightInit(WeightInit.XAVIER)
                                                .biasInit(1)
                                                .activation(Activation.RELU)
                                                .build())
                                .layer(
                                        new OutputLayer.Builder(LossFunction.XENT)
                                                .nIn(width)
                                                .nOut(1)
                                                .weightInit(WeightInit.XAVIER)
                                                .activation(Activation.SIGMOID)
                                                .build())
                                .build());
        network.init();
        return network;
    }

    /**
     * One network that answers what these answer on average, in log-odds: their vectors side by side, each
     * member's units fed by its own part of the bag.
     */
    static MultiLayerNetwork joined(List<MultiLayerNetwork> members) {
        var grams = (int) members.get(0).getLayer(0).getParam("W").size(0);
        var width = WIDTH * members.size();
        var joined = create(grams, width, 1, 0);
        var units = Nd4j.zeros(DataType.FLOAT, width, width);
        var vectors = new INDArray[members.size()];
        var biases = new INDArray[members.size()];
        var outputs = new INDArray[members.size()];
        var bias = 0.0;
        for (int i = 0; i < members.size(); i++) {
            var member = members.get(i);
            var own = NDArrayIndex.interval(i * WIDTH, (i + 1) * WIDTH);
            units.put(new INDArrayIndex[] {own, own}, member.getLayer(2).getParam("W"));
            vectors[i] = member.getLayer(0).getParam("W");
            biases[i] = member.getLayer(2).getParam("b");
            outputs[i] = member.getLayer(3).getParam("W").div(members.size());
            bias += member.getLayer(3).getParam("b").getDouble(0) / members.size();
        }
        joined.getLayer(0).setParam("W", Nd4j.concat(1, vectors));
        joined.getLayer(2).setParam("W", units);
        joined.getLayer(2)
                .setParam(
                        "b",
                        Nd4j.toFlattened(biases).reshape(joined.getLayer(2).getParam("b").shape()));
        joined.getLayer(3).setParam("W", Nd4j.concat(0, outputs));
        joined.getLayer(3).getParam("b").assign(bias);
        return joined;
    }

    /**
     * Texts as the network takes them. The mask carries the weight of an n-gram; DL4J multiplies by it in
     * the embedding and again in the pooling, so it is the fourth root.
     *
     * @param texts places of n-grams, for each text
     */
    static DataSet batch(List<int[]> texts, boolean[] fraud, DataType type) {
        int longest = Math.max(1, texts.stream().mapToInt(text -> text.length).max().orElse(1));
        var grams = new float[texts.size()][longest];
        var mask = new double[texts.size()][longest];
        var labels = new double[texts.size()][1];
        for (int i = 0; i < grams.length; i++) {
            var text = texts.get(i);
            var weight = Math.pow(text.length + 1, -0.25);
            for (int j = 0; j < text.length; j++) {
                grams[i][j] = text[j];
                mask[i][j] = weight;
            }
            labels[i][0] = fraud[i] ? 1 : 0;
        }
        return new DataSet(
                Nd4j.createFromArray(grams).castTo(type),
                Nd4j.createFromArray(labels).castTo(type),
                Nd4j.createFromArray(mask).castTo(type),
                null);
    }

    /** The vectors of the n-grams. */
    static TextWeights vectors(MultiLayerNetwork network, int[] grams) {
        return new TextWeights(
                grams, network.getLayer(0).getParam("W").dup('c').data().asFloat(), width(network));
    }

    /** Values of a bag. */
    static int width(MultiLayerNetwork network) {
        return (int) network.getLayer(0).getParam("W").size(1);
    }

    /** The layers above the bag; the last is left without its sigmoid, so that it gives log-odds. */
    static List<DenseLayer> head(MultiLayerNetwork network) {
        return List.of(dense(network, 2), dense(network, 3));
    }

    private static DenseLayer dense(MultiLayerNetwork network, int layer) {
        INDArray weights = network.getLayer(layer).getParam("W"); // inputs × outputs
        return new DenseLayer(
                (int) weights.size(0),
                (int) weights.size(1),
                weights.transpose().dup('c').data().asDouble(),
                network.getLayer(layer).getParam("b").dup('c').data().asDouble());
    }
}
