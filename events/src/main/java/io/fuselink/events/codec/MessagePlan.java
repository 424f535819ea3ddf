/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import static io.fuselink.events.DeadLetterReason.NOT_A_TOKEN;
import static io.fuselink.events.DeadLetterReason.NOT_DECODABLE;
import static io.fuselink.events.DeadLetterReason.UNKNOWN_ENUM;
import static io.fuselink.events.DeadLetterReason.WRONG_TYPE;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.WireFormat;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.proto.Binding;
import io.fuselink.events.proto.CallEvent;
import io.fuselink.events.proto.Cdr;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** How one feed's fields lie in its Protobuf message: number by name, taken from the {@code .proto} file. */
final class MessagePlan {
    private static final int TOKEN_BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();
    private static final Map<Feed, MessagePlan> PLANS =
            new EnumMap<>(
                    Map.of(
                            Feed.CALLS,
                            new MessagePlan(Feed.CALLS, CallEvent.getDescriptor()),
                            Feed.CDRS,
                            new MessagePlan(Feed.CDRS, Cdr.getDescriptor()),
                            Feed.BINDINGS,
                            new MessagePlan(Feed.BINDINGS, Binding.getDescriptor())));

    private final FieldPlan[] fields;
    private final int[] tagOfPlace;
    private final int[] placeOfNumber;
    private final Words[] words;

    /** An enum's constants against the numbers of its Protobuf twin. */
    private record Words(Object[] constants, int[] numbers) {
        static Words of(Shape shape, EnumDescriptor twin) {
            var prefix = FieldPlan.wireName(twin.getName()).substring(1).toUpperCase(Locale.ROOT);
            var last = twin.getValues().stream().mapToInt(EnumValueDescriptor::getNumber).max();
            var constants = new Object[last.orElseThrow() + 1];
            var numbers = new int[shape.words().size()];
            shape.words()
                    .forEach(
                            (name, constant) -> {
                                var value = twin.findValueByName(prefix + "_" + name);
                                if (value == null) {
                                    throw new IllegalStateException(
                                            twin.getFullName() + " lacks " + name);
                                }
                                constants[value.getNumber()] = constant;
                                numbers[((Enum<?>) constant).ordinal()] = value.getNumber();
                            });
            return new Words(constants, numbers);
        }

        /** Null when no constant has this number. */
        Object constant(int number) {
            return number < 0 || number >= constants.length ? null : constants[number];
        }
    }

    /** The plan of a feed, null when it has no Protobuf form. */
    static MessagePlan of(Feed feed) {
        return PLANS.get(feed);
    }

    private MessagePlan(Feed feed, Descriptor message) {
        fields = FeedPlan.of(feed).fields();
        tagOfPlace = new int[fields.length];
        words = new Words[fields.length];
        placeOfNumber = new int[message.getFields().size() + 1];
        for (var place = 0; place < fields.length; place++) {
            var field = message.findFieldByName(fields[place].name());
            if (field == null) {
                throw new IllegalStateException(
                        message.getFullName() + " lacks " + fields[place].name());
            }
            tagOfPlace[place] = field.getNumber() << 3 | wireType(fields[place].shape().kind());
            placeOfNumber[field.getNumber()] = place + 1; // 0 = no such field
            if (fields[place].shape().kind() == Shape.Kind.ENUM) {
                words[place] = Words.of(fields[place].shape(), field.getEnumType());
            }
        }
    }

    void write(MessageBytes out, Event event) {
        var values = FeedPlan.of(event.feed()).values(event);
        for (var place = 0; place < fields.length; place++) {
            if (values[place] != null) {
                write(out, place, values[place]);
            }
        }
    }

    private void write(MessageBytes out, int place, Object value) {
        out.varint(tagOfPlace[place]);
        var field = fields[place];
        switch (field.shape().kind()) {
            case TEXT -> {
                if (field.token()) {
                    out.hex((String) value);
                } else {
                    out.text((String) value);
                }
            }
            case ENUM -> out.varint(words[place].numbers()[((Enum<?>) value).ordinal()]);
            case BOOLEAN -> out.varint((Boolean) value ? 1 : 0);
            case INT -> out.varint((Integer) value);
            case LONG -> out.varint((Long) value);
            case DOUBLE -> out.fixed64(Double.doubleToRawLongBits((Double) value));
            case RECORD, LIST, MAP ->
                    throw new IllegalStateException(field.name() + " has no Protobuf form");
        }
    }

    /** Reads one field into its place; false when the number is unknown. */
    boolean read(CodedInputStream in, int tag, Object[] values) throws IOException {
        var number = WireFormat.getTagFieldNumber(tag);
        var place = number < placeOfNumber.length ? placeOfNumber[number] - 1 : -1;
        if (place < 0) {
            return false;
        }
        if (values[place] != null) {
            throw new Refusal(NOT_DECODABLE, fields[place].name() + " is there twice");
        }
        if (WireFormat.getTagWireType(tag) != wireType(fields[place].shape().kind())) {
            throw new Refusal(
                    WRONG_TYPE,
                    fields[place].name() + " is not a " + fields[place].shape().kind().words());
        }
        values[place] = value(in, place);
        return true;
    }

    private static int wireType(Shape.Kind kind) {
        return switch (kind) {
            case TEXT -> WireFormat.WIRETYPE_LENGTH_DELIMITED;
            case DOUBLE -> WireFormat.WIRETYPE_FIXED64;
            default -> WireFormat.WIRETYPE_VARINT;
        };
    }

    private Object value(CodedInputStream in, int place) throws IOException {
        var field = fields[place];
        return switch (field.shape().kind()) {
            case TEXT -> field.token() ? token(in, field) : in.readStringRequireUtf8();
            case ENUM -> word(in.readEnum(), place);
            case BOOLEAN -> in.readBool();
            case INT -> JsonReader.narrow(in.readInt64(), field.name());
            case LONG -> in.readInt64();
            case DOUBLE -> in.readDouble();
            case RECORD, LIST, MAP ->
                    throw new IllegalStateException(field.name() + " has no Protobuf form");
        };
    }

    private static String token(CodedInputStream in, FieldPlan field) throws IOException {
        var bytes = in.readByteArray();
        if (bytes.length != TOKEN_BYTES) {
            throw new Refusal(NOT_A_TOKEN, field.name() + " is not 16 bytes");
        }
        return HEX.formatHex(bytes);
    }

    private Object word(int number, int place) {
        var word = words[place].constant(number);
        if (word == null) {
            throw new Refusal(
                    UNKNOWN_ENUM,
                    fields[place].name()
                            + " is none of "
                            + String.join(", ", fields[place].shape().words().keySet()));
        }
        return word;
    }
}
