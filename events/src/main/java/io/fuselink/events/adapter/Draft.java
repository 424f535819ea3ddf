/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Header;
import io.fuselink.events.NumberClass;
import io.fuselink.events.TrunkType;

/** One provider's record on its way to an event: the provider's field names on one side, ours on the other. */
final class Draft {
    private final Origin origin;
    private final JsonNode theirs;
    private final ObjectNode ours = Json.object();

    Draft(Origin origin, JsonNode theirs) {
        this.origin = origin;
        this.theirs = theirs;
    }

    /** The provider's field as text, null when absent or empty; providers write numbers as text and text as numbers. */
    String text(String name) {
        var node = theirs.get(name);
        var text = node == null || node.isNull() ? "" : node.asText().strip();
        return text.isEmpty() ? null : text;
    }

    /** The first of these fields that says something, null when none does. */
    String first(String... names) {
        for (var name : names) {
            var text = text(name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    String required(String name) {
        var text = text(name);
        if (text == null) {
            throw new Unusable(DeadLetterReason.MISSING_FIELD, name + " is missing");
        }
        return text;
    }

    /** The provider's code, −1 when absent. */
    int code(String name) {
        var text = text(name);
        if (text == null) {
            return -1;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new Unusable(DeadLetterReason.WRONG_TYPE, name + " is not a code");
        }
        return Integer.parseInt(text);
    }

    /** The provider's time in epoch ms, null when absent or the zero that stands for never. */
    Long moment(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        var at = origin.moments().read(text);
        if (at.isEmpty()) {
            throw new Unusable(DeadLetterReason.WRONG_TYPE, name + " is not a time");
        }
        return at.getAsLong() == 0 ? null : at.getAsLong();
    }

    long requiredMoment(String name) {
        required(name);
        var at = moment(name);
        if (at == null) {
            throw new Unusable(DeadLetterReason.MISSING_FIELD, name + " is zero");
        }
        return at;
    }

    Draft put(String name, String value) {
        if (value != null) {
            ours.put(name, value);
        }
        return this;
    }

    Draft put(String name, Enum<?> word) {
        return put(name, word == null ? null : word.name());
    }

    Draft put(String name, Long value) {
        if (value != null) {
            ours.put(name, value);
        }
        return this;
    }

    Draft put(String name, Boolean value) {
        if (value != null) {
            ours.put(name, value);
        }
        return this;
    }

    /** A code of the provider's, left out when it is absent or 0. */
    Draft cause(String name, int code) {
        if (code > 0) {
            ours.put(name, code);
        }
        return this;
    }

    /** A raw number as token and class; absent when it is. */
    Draft party(String name, String raw) {
        if (raw != null) {
            origin.parties().number(ours, name, raw);
        }
        return this;
    }

    /** The token of something that is no number; absent when it is. */
    Draft opaque(String name, String raw) {
        if (raw != null) {
            origin.parties().opaque(ours, name, raw);
        }
        return this;
    }

    NumberClass classOf(String raw) {
        return origin.parties().classOf(raw);
    }

    /** Whether a string can stand for somebody. */
    boolean joinable(String raw) {
        return raw != null && origin.parties().joinable(raw);
    }

    Draft presented(String raw) {
        var trunk = origin.constants().get("trunk_type");
        var known = trunk == null ? null : trunkType(trunk);
        origin.parties().presented(ours, raw, known, false);
        return this;
    }

    private static TrunkType trunkType(String word) {
        for (var type : TrunkType.values()) {
            if (type.name().equals(word)) {
                return type;
            }
        }
        return null; // for the codec to refuse
    }

    /** Takes over fields of an earlier record of the same call or binding that this one does not have. */
    Draft fill(ObjectNode earlier, String... names) {
        for (var name : names) {
            if (earlier.has(name) && !ours.has(name)) {
                ours.set(name, earlier.get(name));
            }
        }
        return this;
    }

    /** What was put so far. */
    ObjectNode record() {
        return ours;
    }

    /**
     * The finished record as canonical JSON.
     *
     * @param happened epoch ms, null when the push does not say
     */
    byte[] finish(String eventId, Long happened, long arrivedAt) {
        origin.constants().forEach(this::constant);
        put("event_time", happened)
                .put("ingest_time", arrivedAt > 0 ? Long.valueOf(arrivedAt) : happened)
                .put("event_id", eventId)
                .put("source", origin.source())
                .put("provider", origin.provider());
        ours.put("schema_ver", Header.SCHEMA_VERSION);
        return Json.bytes(ours);
    }

    private void constant(String name, String value) {
        if (!ours.has(name)) {
            ours.set(name, origin.fields().typed(name, value));
        }
    }
}
