/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import static io.fuselink.events.DeadLetterReason.MISSING_FIELD;
import static io.fuselink.events.DeadLetterReason.NOT_DECODABLE;
import static io.fuselink.events.DeadLetterReason.OUT_OF_RANGE;
import static io.fuselink.events.DeadLetterReason.UNKNOWN_ENUM;
import static io.fuselink.events.DeadLetterReason.WRONG_TYPE;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** JSON to values, strictly: a wrong type is refused, never converted. */
final class JsonReader {
    private JsonReader() {}

    /**
     * Reads one object into {@code values}.
     *
     * @return the first field we do not know, fit to print, or null
     */
    static String read(
            JsonParser json, FieldPlan[] fields, Function<String, Integer> places, Object[] values)
            throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new Refusal(NOT_DECODABLE, "not a JSON object");
        }
        return fields(json, fields, places, values);
    }

    private static String fields(
            JsonParser json, FieldPlan[] fields, Function<String, Integer> places, Object[] values)
            throws IOException {
        String unknown = null;
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            var token = json.nextToken();
            var place = places.apply(name);
            if (place == null) {
                unknown = unknown == null ? printable(name) : unknown;
                json.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                if (values[place] != null) {
                    throw new Refusal(NOT_DECODABLE, name + " is there twice");
                }
                values[place] = value(json, token, name, fields[place].shape());
            }
        }
        return unknown;
    }

    /** A stranger's field name may itself be a number or a name: only plain words are repeated. */
    private static String printable(String name) {
        return name.matches("[A-Za-z_]\\w{0,39}") && !name.matches(".*\\d{5}.*")
                ? name
                : "a field of " + name.length() + " characters";
    }

    static Record record(JsonParser json, RecordPlan plan) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new Refusal(WRONG_TYPE, "not an object");
        }
        var fields = plan.fields();
        var values = new Object[fields.length];
        fields(json, fields, plan::place, values);
        for (var i = 0; i < fields.length; i++) {
            values[i] = values[i] == null ? absent(fields[i]) : values[i];
        }
        return plan.build(values);
    }

    private static Object absent(FieldPlan field) {
        if (!field.optional()) {
            throw new Refusal(MISSING_FIELD, field.name() + " is missing");
        }
        return field.shape().absent();
    }

    private static Object value(JsonParser json, JsonToken token, String name, Shape shape)
            throws IOException {
        return switch (shape.kind()) {
            case TEXT -> {
                expect(token == JsonToken.VALUE_STRING, name, shape);
                yield json.getText();
            }
            case ENUM -> {
                expect(token == JsonToken.VALUE_STRING, name, shape);
                yield word(json.getText(), name, shape);
            }
            case BOOLEAN -> {
                expect(token.isBoolean(), name, shape);
                yield token == JsonToken.VALUE_TRUE;
            }
            case DOUBLE -> {
                expect(token.isNumeric(), name, shape);
                yield json.getDoubleValue();
            }
            case LONG -> whole(json, token, name, shape);
            case INT -> narrow(whole(json, token, name, shape), name);
            case LIST -> list(json, token, name, shape);
            case MAP -> map(json, token, name, shape);
            case RECORD -> {
                expect(token == JsonToken.START_OBJECT, name, shape);
                yield record(json, RecordPlan.of(shape.type()));
            }
        };
    }

    static Object word(String text, String name, Shape shape) {
        var word = shape.words().get(text);
        if (word == null) {
            throw new Refusal(
                    UNKNOWN_ENUM,
                    name + " is none of " + String.join(", ", shape.words().keySet()));
        }
        return word;
    }

    private static long whole(JsonParser json, JsonToken token, String name, Shape shape)
            throws IOException {
        expect(token == JsonToken.VALUE_NUMBER_INT, name, shape);
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new Refusal(OUT_OF_RANGE, name + " does not fit in 64 bits");
        }
        return json.getLongValue();
    }

    static int narrow(long value, String name) {
        if (value != (int) value) {
            throw new Refusal(OUT_OF_RANGE, name + " does not fit in 32 bits");
        }
        return (int) value;
    }

    private static List<Object> list(JsonParser json, JsonToken token, String name, Shape shape)
            throws IOException {
        expect(token == JsonToken.START_ARRAY, name, shape);
        var list = new ArrayList<>();
        for (var next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
            list.add(value(json, next, name, shape.element()));
        }
        return list;
    }

    private static Map<String, Object> map(
            JsonParser json, JsonToken token, String name, Shape shape) throws IOException {
        expect(token == JsonToken.START_OBJECT, name, shape);
        var map = new LinkedHashMap<String, Object>();
        for (var key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            map.put(key, value(json, json.nextToken(), name, shape.element()));
        }
        return map;
    }

    private static void expect(boolean holds, String name, Shape shape) {
        if (!holds) {
            throw new Refusal(WRONG_TYPE, name + " is not a " + shape.kind().words());
        }
    }
}
