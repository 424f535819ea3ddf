/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A Protobuf message being written: grows as needed, may be used again. */
final class MessageBytes {
    private static final int LONGEST_VARINT = 10;

    /** What a hex digit stands for, −1 for other characters. */
    private static final byte[] NIBBLES = nibbles();

    private byte[] bytes = new byte[512];
    private int size;

    void clear() {
        size = 0;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    void varint(long value) {
        reserve(LONGEST_VARINT);
        var rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void fixed64(long value) {
        reserve(Long.BYTES);
        for (var shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    /** Length, then the text as UTF-8. */
    void text(String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        varint(utf8.length);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    /** Length, then the bytes that the hex digits stand for. */
    void hex(String text) {
        var digits = text.getBytes(StandardCharsets.ISO_8859_1);
        var length = digits.length / 2;
        varint(length);
        reserve(length);
        var wrong = 0;
        for (var i = 0; i < length; i++) {
            var value = NIBBLES[digits[2 * i] & 0xFF] << 4 | NIBBLES[digits[2 * i + 1] & 0xFF];
            wrong |= value;
            bytes[size++] = (byte) value;
        }
        if (wrong < 0 || digits.length % 2 != 0) {
            throw new IllegalArgumentException("not an even number of hex digits");
        }
    }

    private static byte[] nibbles() {
        var nibbles = new byte[256];
        Arrays.fill(nibbles, (byte) -1);
        for (var value = 0; value < 16; value++) {
            nibbles[Character.forDigit(value, 16)] = (byte) value;
            nibbles[Character.toUpperCase(Character.forDigit(value, 16))] = (byte) value;
        }
        return nibbles;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
