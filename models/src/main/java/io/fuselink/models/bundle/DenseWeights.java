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
 * Trained networks without their library: one normaliser, and for each network its ReLU layers and a last
 * layer of one output, log-odds of fraud, of which the mean is taken. As bytes: magic, format, then the
 * arrays with their lengths, big-endian doubles.
 *
 * @param members layers of each network
 */
public record DenseWeights(Normaliser normaliser, List<List<DenseLayer>> members)
        implements Serializable {
    private static final int MAGIC = 0x464C4E57; // FLNW
    private static final int FORMAT = 2;

    public DenseWeights {
        members = members.stream().map(List::copyOf).toList();
        if (members.isEmpty()) {
            throw new IllegalArgumentException("there is no network in the weights");
        }
        for (var layers : members) {
            requireFit(normaliser.outputs(), layers);
        }
    }

    /** One network alone. */
    public static DenseWeights of(Normaliser normaliser, List<DenseLayer> layers) {
        return new DenseWeights(normaliser, List.of(layers));
    }

    private static void requireFit(int inputs, List<DenseLayer> layers) {
        int width = inputs;
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
            for (var rungs : normaliser.rungs()) {
                write(out, rungs == null ? new double[0] : rungs.knots());
                write(out, rungs == null ? new double[0] : rungs.centres());
            }
            out.writeInt(members.size());
            for (var layers : members) {
                out.writeInt(layers.size());
                for (var layer : layers) {
                    out.writeInt(layer.inputs());
                    out.writeInt(layer.outputs());
                    write(out, layer.weights());
                    write(out, layer.biases());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to write", e);
        }
        return bytes.toByteArray();
    }

    static DenseWeights fromBytes(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int magic = in.readInt(), format = in.readInt();
            if (magic != MAGIC || format < 1 || format > FORMAT) {
                throw new IOException("weights.bin has an unknown format");
            }
            // Format 1 knew neither rungs nor several networks.
            var normaliser = format == 1 ? plain(in) : normaliser(in);
            var members = new ArrayList<List<DenseLayer>>();
            for (int left = format == 1 ? 1 : in.readInt(); left > 0; left--) {
                members.add(layers(in));
            }
            return new DenseWeights(normaliser, members);
        }
    }

    private static Normaliser plain(DataInputStream in) throws IOException {
        return new Normaliser(read(in), read(in));
    }

    private static Normaliser normaliser(DataInputStream in) throws IOException {
        double[] mean = read(in), scale = read(in);
        var rungs = new ArrayList<Rungs>();
        for (int column = 0; column < mean.length; column++) {
            double[] knots = read(in), centres = read(in);
            rungs.add(knots.length == 0 ? null : new Rungs(knots, centres));
        }
        return new Normaliser(mean, scale, rungs);
    }

    private static List<DenseLayer> layers(DataInputStream in) throws IOException {
        var layers = new ArrayList<DenseLayer>();
        for (int left = in.readInt(); left > 0; left--) {
            layers.add(new DenseLayer(in.readInt(), in.readInt(), read(in), read(in)));
        }
        return layers;
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
