/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A Protobuf message being written: grows as needed, may be used again. */
final class MessageBytes {
    private static final int LONGEST_VARINT = 10;

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
    @SuppressWarnings("deprecation") // the one copy of ASCII that makes no array of its own
    void text(String text) {
        var length = text.length();
        if (!ascii(text)) {
            var utf8 = text.getBytes(StandardCharsets.UTF_8);
            varint(utf8.length);
            reserve(utf8.length);
            System.arraycopy(utf8, 0, bytes, size, utf8.length);
            size += utf8.length;
            return;
        }
        varint(length);
        reserve(length);
        text.getBytes(0, length, bytes, size);
        size += length;
    }

    private static boolean ascii(String text) {
        var bits = 0;
        for (var i = 0; i < text.length(); i++) {
            bits |= text.charAt(i);
        }
        return bits < 0x80;
    }

    /** Length, then the bytes that the hex digits stand for. */
    void hex(String digits) {
        var length = digits.length() / 2;
        varint(length);
        reserve(length);
        for (var i = 0; i < length; i++) {
            bytes[size++] =
                    (byte) (nibble(digits.charAt(2 * i)) << 4 | nibble(digits.charAt(2 * i + 1)));
        }
        if (digits.length() % 2 != 0) {
            throw new IllegalArgumentException("an odd number of hex digits");
        }
    }

    private static int nibble(char digit) {
        if (digit >= '0' && digit <= '9') {
            return digit - '0';
        }
        var letter = digit | 0x20;
        if (letter >= 'a' && letter <= 'f') {
            return letter - 'a' + 10;
        }
        throw new IllegalArgumentException("not a hex digit: " + digit);
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
