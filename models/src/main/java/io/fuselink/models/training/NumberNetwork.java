/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.bundle.DenseLayer;
import io.fuselink.models.bundle.DenseWeights;
import io.fuselink.models.bundle.Normaliser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The number model's DL4J network: what it looks like, as bytes, and as weights to serve from. */
final class NumberNetwork {
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private NumberNetwork() {}

    /** An untrained network over normalised rows. Double precision costs nothing at this size and makes parity plain. */
    static MultiLayerNetwork create(int inputs, NetworkPlan plan, long seed) {
        var layers =
                new NeuralNetConfiguration.Builder()
                        .seed(seed)
                        .dataType(DataType.DOUBLE)
                        .weightInit(WeightInit.RELU)
                        .activation(Activation.RELU)
                        .updater(new Adam(plan.learningRate()))
                        .l2(plan.l2())
                        .list();
        int width = inputs;
        for (int hidden : plan.hidden()) {
            var layer =
                    new org.deeplearning4j.nn.conf.layers.DenseLayer.Builder()
                            .nIn(width)
                            .nOut(hidden);
            // DL4J drops a layer's inputs and asks for the share to keep.
            var resting = width == inputs ? plan.inputDropout() : plan.dropout();
            if (resting > 0) {
                layer.dropOut(1 - resting);
            }
            layers.layer(layer.build());
            width = hidden;
        }
        var last =
                new OutputLayer.Builder(LossFunction.XENT)
                        .nIn(width)
                        .nOut(1)
                        .weightInit(WeightInit.XAVIER)
                        .activation(Activation.SIGMOID);
        if (width != inputs && plan.dropout() > 0) {
            last.dropOut(1 - plan.dropout());
        }
        var network = new MultiLayerNetwork(layers.layer(last.build()).build());
        network.init();
        return network;
    }

    /** The weights alone; the last layer is left without its sigmoid, so that it gives log-odds. */
    static DenseWeights export(List<MultiLayerNetwork> networks, Normaliser normaliser) {
        return new DenseWeights(
                normaliser,
                networks.stream()
                        .map(n -> Arrays.stream(n.getLayers()).map(NumberNetwork::dense).toList())
                        .toList());
    }

    private static DenseLayer dense(org.deeplearning4j.nn.api.Layer layer) {
        var weights = layer.getParam("W"); // inputs × outputs
        return new DenseLayer(
                weights.rows(),
                weights.columns(),
                weights.transpose().dup('c').data().asDouble(),
                layer.getParam("b").dup('c').data().asDouble());
    }

    /** DL4J's own format, with the clock taken out of its zip entries. */
    static byte[] toBytes(MultiLayerNetwork network) {
        try {
            var written = new ByteArrayOutputStream();
            ModelSerializer.writeModel(network, written, false);
            return withFixedTimes(written.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to write", e);
        }
    }

    static MultiLayerNetwork fromBytes(byte[] bytes) throws IOException {
        return ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(bytes), false);
    }

    private static byte[] withFixedTimes(byte[] zip) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip));
                var out = new ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var fixed = new ZipEntry(entry.getName());
                fixed.setTimeLocal(ENTRY_TIME);
                out.putNextEntry(fixed);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
