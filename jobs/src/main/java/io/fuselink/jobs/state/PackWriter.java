/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** Writes values one behind the other into as few bytes as they need; {@link PackReader} reads them back in the same order. */
final class PackWriter {
    /** Marks a text that is a token, whose 32 hex digits are 16 bytes. */
    static final int TOKEN = 1;

    static final int TOKEN_DIGITS = 32;

    static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** What a hex digit stands for; −1 for what is none as tokens are written, in lower case. */
    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (var digit = 0; digit < 16; digit++) {
            VALUES[Character.forDigit(digit, 16)] = (byte) digit;
        }
    }

    private static final ThreadLocal<PackWriter> OF_THREAD =
            ThreadLocal.withInitial(PackWriter::new);

    private byte[] bytes = new byte[512];
    private int length;

    private PackWriter() {}

    /** The thread's one writer, with nothing written yet: take {@link #bytes()} before anything else is packed. */
    static PackWriter afresh() {
        var writer = OF_THREAD.get();
        writer.length = 0;
        return writer;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Any whole number; those near zero, of either sign, take one byte. */
    void number(long value) {
        unsigned(value << 1 ^ value >> 63);
    }

    /** A count: not below zero. */
    void count(int value) {
        unsigned(value);
    }

    private void unsigned(long value) {
        room(10);
        while ((value & ~0x7fL) != 0) {
            bytes[length++] = (byte) (value & 0x7f | 0x80);
            value >>>= 7;
        }
        bytes[length++] = (byte) value;
    }

    /** Eight bytes, for hashes, which are never small. */
    void fixed(long value) {
        room(8);
        LONGS.set(bytes, length, value);
        length += 8;
    }

    void real(double value) {
        fixed(Double.doubleToRawLongBits(value));
    }

    void flag(boolean value) {
        room(1);
        bytes[length++] = (byte) (value ? 1 : 0);
    }

    /** Null is nothing, a token 16 bytes, other text its UTF-8. */
    void text(String text) {
        if (text == null) {
            count(0);
        } else if (!token(text)) {
            array(text.getBytes(StandardCharsets.UTF_8), TOKEN + 1);
        }
    }

    private boolean token(String text) {
        if (text.length() != TOKEN_DIGITS) {
            return false;
        }
        room(1 + TOKEN_DIGITS / 2);
        for (var i = 0; i < TOKEN_DIGITS; i += 2) {
            var high = digit(text.charAt(i));
            var low = digit(text.charAt(i + 1));
            if ((high | low) < 0) {
                return false;
            }
            bytes[length + 1 + i / 2] = (byte) (high << 4 | low);
        }
        bytes[length] = TOKEN;
        length += 1 + TOKEN_DIGITS / 2;
        return true;
    }

    private static int digit(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }

    /** Null is nothing. */
    void array(byte[] array) {
        if (array == null) {
            count(0);
        } else {
            array(array, 1);
        }
    }

    private void array(byte[] array, int offset) {
        count(array.length + offset);
        room(array.length);
        System.arraycopy(array, 0, bytes, length, array.length);
        length += array.length;
    }

    /** What was written before, from a place on, as it is. */
    void rest(byte[] written, int from) {
        var more = written.length - from;
        room(more);
        System.arraycopy(written, from, bytes, length, more);
        length += more;
    }

    void array(long[] array) {
        count(array.length);
        for (var value : array) {
            fixed(value);
        }
    }

    <T> void list(List<T> list, BiConsumer<PackWriter, T> write) {
        count(list.size());
        for (var element : list) {
            write.accept(this, element);
        }
    }

    /** Nothing, or the place of a word in its enum: append to the enum, never reorder. */
    void word(Enum<?> word) {
        count(word == null ? 0 : word.ordinal() + 1);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
