/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.texts;

import io.fuselink.models.bundle.BundleException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The n-grams a model knows and what each adds to the bag of a text. As bytes: magic, format, number of
 * n-grams, width, the hashes, then their vectors as floats.
 */
public final class TextWeights implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MAGIC = 0x464C5458; // FLTX
    private static final int FORMAT = 1;

    private final int[] hashes;
    private final float[] vectors;
    private final int width;

    /**
     * @param hashes ascending and distinct
     * @param vectors {@code width} values for each hash
     */
    public TextWeights(int[] hashes, float[] vectors, int width) {
        if (width < 1 || vectors.length != hashes.length * width) {
            throw new IllegalArgumentException(
                    "%d n-grams of width %d have %d weights"
                            .formatted(hashes.length, width, vectors.length));
        }
        this.hashes = hashes;
        this.vectors = vectors;
        this.width = width;
    }

    /** Of the known n-grams, ascending. */
    public int[] hashes() {
        return hashes.clone();
    }

    int width() {
        return width;
    }

    /** Adds what the known n-grams say to {@code sum} and returns how many are known. */
    int add(int[] grams, double[] sum) {
        int known = 0;
        for (var gram : grams) {
            int place = Arrays.binarySearch(hashes, gram);
            if (place >= 0) {
                known++;
                for (int i = 0; i < width; i++) {
                    sum[i] += vectors[place * width + i];
                }
            }
        }
        return known;
    }

    public byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(FORMAT);
            out.writeInt(hashes.length);
            out.writeInt(width);
            for (var hash : hashes) {
                out.writeInt(hash);
            }
            for (var value : vectors) {
                out.writeFloat(value);
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to write", e);
        }
        return bytes.toByteArray();
    }

    static TextWeights fromBytes(byte[] bytes, String origin) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC || in.readInt() != FORMAT) {
                throw new IOException("its n-grams have an unknown format");
            }
            int size = in.readInt();
            int width = in.readInt();
            if (size < 0
                    || width < 1
                    || in.available() != (long) size * (1 + width) * Integer.BYTES) {
                throw new IOException("its n-grams end early");
            }
            var hashes = new int[size];
            for (int i = 0; i < size; i++) {
                hashes[i] = in.readInt();
            }
            var vectors = new float[size * width];
            for (int i = 0; i < vectors.length; i++) {
                vectors[i] = in.readFloat();
            }
            return new TextWeights(hashes, vectors, width);
        } catch (IOException e) {
            throw new BundleException(
                    "bundle %s is damaged (%s): copy or train it again"
                            .formatted(origin, e.getMessage()),
                    e);
        }
    }
}
