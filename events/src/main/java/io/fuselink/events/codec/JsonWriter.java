/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Values to JSON; what is unknown (null, NaN) is left out. */
final class JsonWriter {
    private JsonWriter() {}

    static void write(JsonGenerator json, FieldPlan[] fields, Object[] values) throws IOException {
        json.writeStartObject();
        for (var i = 0; i < fields.length; i++) {
            if (known(values[i])) {
                json.writeFieldName(fields[i].name());
                value(json, fields[i].shape(), values[i]);
            }
        }
        json.writeEndObject();
    }

    private static boolean known(Object value) {
        return value != null && !(value instanceof Double number && !Double.isFinite(number));
    }

    private static void value(JsonGenerator json, Shape shape, Object value) throws IOException {
        switch (shape.kind()) {
            case TEXT -> json.writeString((String) value);
            case INT -> json.writeNumber((Integer) value);
            case LONG -> json.writeNumber((Long) value);
            case DOUBLE -> json.writeNumber((Double) value);
            case BOOLEAN -> json.writeBoolean((Boolean) value);
            case ENUM -> json.writeString(((Enum<?>) value).name());
            case RECORD -> record(json, (Record) value);
            case LIST -> list(json, shape.element(), (List<?>) value);
            case MAP -> map(json, shape.element(), (Map<?, ?>) value);
        }
    }

    private static void record(JsonGenerator json, Record record) throws IOException {
        var plan = RecordPlan.of(record.getClass());
        write(json, plan.fields(), plan.values(record));
    }

    private static void list(JsonGenerator json, Shape element, List<?> list) throws IOException {
        json.writeStartArray();
        for (var value : list) {
            if (known(value)) {
                value(json, element, value);
            }
        }
        json.writeEndArray();
    }

    private static void map(JsonGenerator json, Shape element, Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (var entry : map.entrySet()) {
            if (known(entry.getValue())) {
                json.writeFieldName((String) entry.getKey());
                value(json, element, entry.getValue());
            }
        }
        json.writeEndObject();
    }
}
