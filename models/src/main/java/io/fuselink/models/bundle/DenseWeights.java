/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained network without its library: normaliser, ReLU layers, and a last layer of one output, the
 * log-odds of fraud. As bytes: magic, format, then the arrays with their lengths, big-endian doubles.
 */
public record DenseWeights(Normaliser normaliser, List<DenseLayer> layers) implements Serializable {
    private static final int MAGIC = 0x464C4E57; // FLNW
    private static final int FORMAT = 1;

    public DenseWeights {
        layers = List.copyOf(layers);
        int width = normaliser.width();
        for (var layer : layers) {
            if (layer.inputs() != width) {
                throw new IllegalArgumentException(
                        "a layer takes %d inputs after %d outputs"
                                .formatted(layer.inputs(), width));
            }
            width = layer.outputs();
        }
        if (width != 1 || layers.isEmpty()) {
            throw new IllegalArgumentException(
                    "the last layer has %d outputs, not 1".formatted(width));
        }
    }

    byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(FORMAT);
            write(out, normaliser.mean());
            write(out, normaliser.scale());
            out.writeInt(layers.size());
            for (var layer : layers) {
                out.writeInt(layer.inputs());
                out.writeInt(layer.outputs());
                write(out, layer.weights());
                write(out, layer.biases());
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to write", e);
        }
        return bytes.toByteArray();
    }

    static DenseWeights fromBytes(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC || in.readInt() != FORMAT) {
                throw new IOException("weights.bin has an unknown format");
            }
            var normaliser = new Normaliser(read(in), read(in));
            var layers = new ArrayList<DenseLayer>();
            for (int left = in.readInt(); left > 0; left--) {
                layers.add(new DenseLayer(in.readInt(), in.readInt(), read(in), read(in)));
            }
            return new DenseWeights(normaliser, layers);
        }
    }

    private static void write(DataOutputStream out, double[] values) throws IOException {
        out.writeInt(values.length);
        for (var value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available() / Double.BYTES) {
            throw new IOException("weights.bin ends early");
        }
        var values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
