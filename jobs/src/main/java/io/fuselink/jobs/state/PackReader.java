/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Reads what a {@link PackWriter} wrote, in the same order. */
final class PackReader {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private int at;

    PackReader(byte[] bytes) {
        this(bytes, 0);
    }

    PackReader(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /** How far it was read. */
    int at() {
        return at;
    }

    /** Whether anything was written behind what was read so far. */
    boolean more() {
        return at < bytes.length;
    }

    long number() {
        var value = unsigned();
        return value >>> 1 ^ -(value & 1);
    }

    int count() {
        return (int) unsigned();
    }

    private long unsigned() {
        var value = 0L;
        for (var shift = 0; ; shift += 7) {
            var b = bytes[at++];
            value |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    long fixed() {
        at += 8;
        return (long) PackWriter.LONGS.get(bytes, at - 8);
    }

    double real() {
        return Double.longBitsToDouble(fixed());
    }

    boolean flag() {
        return bytes[at++] != 0;
    }

    String text() {
        var kind = count();
        if (kind == 0) {
            return null;
        }
        if (kind == PackWriter.TOKEN) {
            return token();
        }
        var length = kind - PackWriter.TOKEN - 1;
        var text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    private String token() {
        var digits = new byte[PackWriter.TOKEN_DIGITS];
        for (var i = 0; i < digits.length; i += 2) {
            var b = bytes[at++];
            digits[i] = DIGITS[b >> 4 & 0xf];
            digits[i + 1] = DIGITS[b & 0xf];
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    byte[] bytes() {
        var length = count() - 1;
        if (length < 0) {
            return null;
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    long[] longs() {
        var array = new long[count()];
        for (var i = 0; i < array.length; i++) {
            array[i] = fixed();
        }
        return array;
    }

    <T> List<T> list(Function<PackReader, T> read) {
        var size = count();
        var list = new ArrayList<T>(size);
        for (var i = 0; i < size; i++) {
            list.add(read.apply(this));
        }
        return list;
    }

    <E extends Enum<E>> E word(E[] words) {
        var place = count();
        return place == 0 ? null : words[place - 1];
    }
}
