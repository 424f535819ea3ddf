/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Header;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Flat records as they travel between the steps of a job and rest in its state: by place instead of by
 * name, nothing checked, since only what a codec understood gets this far.
 *
 * <p>A record is its number of fields, a bit for each field that is present, and the values of those.
 * Fields and words of enums are told by their place: append to a record or an enum, never reorder, and
 * what was written before is still read.
 */
public final class CompactForm {
    private static final int MOST_FIELDS = Long.SIZE;
    private static final int MOST_WORDS = Byte.MAX_VALUE;
    private static final Feed[] FEEDS = Feed.values();

    /** Where short text lies between a string and the wire. */
    private static final ThreadLocal<byte[]> BUFFER = ThreadLocal.withInitial(() -> new byte[128]);

    private CompactForm() {}

    /**
     * Makes sure that a kind of record has a compact form.
     *
     * @throws IllegalArgumentException when one of its fields has none, or there are too many of them
     */
    public static void require(Class<? extends Record> type) {
        if (type == Event.class) {
            return;
        }
        var fields = RecordPlan.of(type).fields();
        if (fields.length > MOST_FIELDS) {
            throw new IllegalArgumentException(type.getSimpleName() + " has more than 64 fields");
        }
        for (var field : fields) {
            for (var shape = field.shape(); shape != null; shape = shape.element()) {
                if (shape.kind() == Shape.Kind.ENUM && shape.constants().length > MOST_WORDS) {
                    throw new IllegalArgumentException(
                            shape.type().getSimpleName() + " has more than 127 words");
                }
                if (shape.kind() == Shape.Kind.RECORD) {
                    require(shape.type().asSubclass(Record.class));
                }
            }
        }
    }

    public static void write(Record record, DataOutput out) throws IOException {
        if (record instanceof Event event) {
            out.writeByte(event.feed().ordinal());
            out.writeLong(event.ts());
            writeFields(event.header(), out);
            writeFields(event.body(), out);
        } else {
            writeFields(record, out);
        }
    }

    public static <T extends Record> T read(Class<T> type, DataInput in) throws IOException {
        if (type == Event.class) {
            var feed = FEEDS[in.readByte()];
            var ts = in.readLong();
            var header = readFields(Header.class, in);
            return type.cast(new Event(feed, ts, header, readFields(feed.body(), in)));
        }
        return readFields(type, in);
    }

    private static void writeFields(Record record, DataOutput out) throws IOException {
        var plan = RecordPlan.of(record.getClass());
        var fields = plan.fields();
        var values = plan.values(record);
        var present = 0L;
        for (var i = 0; i < fields.length; i++) {
            present |= values[i] == null ? 0 : 1L << i;
        }
        out.writeByte(fields.length);
        writeNumber(present, out);
        for (var i = 0; i < fields.length; i++) {
            if (values[i] != null) {
                writeValue(values[i], fields[i].shape(), out);
            }
        }
    }

    private static <T extends Record> T readFields(Class<T> type, DataInput in) throws IOException {
        var plan = RecordPlan.of(type);
        var fields = plan.fields();
        var values = new Object[fields.length];
        var written = in.readByte();
        var present = readNumber(in);
        for (var i = 0; i < fields.length; i++) {
            if (i < written && (present & 1L << i) != 0) {
                values[i] = readValue(fields[i].shape(), in);
            } else {
                values[i] = fields[i].shape().absent();
            }
        }
        return type.cast(plan.build(values));
    }

    private static void writeValue(Object value, Shape shape, DataOutput out) throws IOException {
        switch (shape.kind()) {
            case TEXT -> writeText((String) value, out);
            case INT -> writeNumber((Integer) value, out);
            case LONG -> out.writeLong((Long) value);
            case DOUBLE -> out.writeDouble((Double) value);
            case BOOLEAN -> out.writeBoolean((Boolean) value);
            case ENUM -> out.writeByte(((Enum<?>) value).ordinal());
            case RECORD -> write((Record) value, out);
            case LIST -> {
                var list = (List<?>) value;
                writeNumber(list.size(), out);
                for (var element : list) {
                    writeValue(element, shape.element(), out);
                }
            }
            case MAP -> {
                var map = (Map<?, ?>) value;
                writeNumber(map.size(), out);
                for (var entry : map.entrySet()) {
                    writeText((String) entry.getKey(), out);
                    writeValue(entry.getValue(), shape.element(), out);
                }
            }
        }
    }

    private static Object readValue(Shape shape, DataInput in) throws IOException {
        return switch (shape.kind()) {
            case TEXT -> readText(in);
            case INT -> (int) readNumber(in);
            case LONG -> in.readLong();
            case DOUBLE -> in.readDouble();
            case BOOLEAN -> in.readBoolean();
            case ENUM -> shape.constants()[in.readByte()];
            case RECORD -> read(shape.type().asSubclass(Record.class), in);
            case LIST -> {
                var size = (int) readNumber(in);
                var list = new ArrayList<Object>(size);
                for (var i = 0; i < size; i++) {
                    list.add(readValue(shape.element(), in));
                }
                yield list;
            }
            case MAP -> {
                var size = (int) readNumber(in);
                var map = new HashMap<String, Object>();
                for (var i = 0; i < size; i++) {
                    map.put(readText(in), readValue(shape.element(), in));
                }
                yield map;
            }
        };
    }

    private static void writeText(String text, DataOutput out) throws IOException {
        var length = text.length();
        var buffer = BUFFER.get();
        if (length <= buffer.length && ascii(text, buffer)) {
            writeNumber(length, out);
            out.write(buffer, 0, length);
        } else {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            writeNumber(bytes.length, out);
            out.write(bytes);
        }
    }

    /** Tokens and ids, which are most of all text, are written without an array of their own. */
    private static boolean ascii(String text, byte[] to) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= 0x80) {
                return false;
            }
            to[i] = (byte) c;
        }
        return true;
    }

    private static String readText(DataInput in) throws IOException {
        var length = (int) readNumber(in);
        var buffer = BUFFER.get();
        var bytes = length <= buffer.length ? buffer : new byte[length];
        in.readFully(bytes, 0, length);
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Seven bits a byte, the lowest first; small numbers are one byte. */
    private static void writeNumber(long number, DataOutput out) throws IOException {
        while ((number & ~0x7fL) != 0) {
            out.writeByte((int) number & 0x7f | 0x80);
            number >>>= 7;
        }
        out.writeByte((int) number);
    }

    private static long readNumber(DataInput in) throws IOException {
        var number = 0L;
        for (var shift = 0; ; shift += 7) {
            var b = in.readByte();
            number |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return number;
            }
        }
    }
}
