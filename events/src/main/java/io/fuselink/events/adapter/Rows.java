/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fuselink.events.Feed;
import io.fuselink.events.Header;
import io.fuselink.events.Ids;
import io.fuselink.events.Source;
import io.fuselink.events.TrunkType;
import io.fuselink.events.codec.FeedFields;
import io.fuselink.events.token.Tokenizer;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;

/** Turns named cells into a canonical record of one feed: mapped, timed, tokenised, classed, and headed. */
final class Rows {
    private final Feed feed;
    private final Mapping mapping;
    private final FeedFields fields;
    private final Parties parties;
    private final Moments moments;
    private final String file;
    private final boolean untyped;

    /**
     * @param mapping null when the columns already have the feed's names
     * @param file name for <code>${file}</code>
     * @param untyped whether cells are text to be read as the field's type; canonical JSON has types already
     */
    Rows(Feed feed, Mapping mapping, Tokenizer tokenizer, String file, boolean untyped) {
        this.feed = feed;
        this.mapping = mapping;
        this.fields = FeedFields.of(feed);
        this.parties = new Parties(tokenizer, fields);
        this.moments =
                mapping == null ? new Moments(Moments.ISO, ZoneOffset.UTC) : mapping.moments();
        this.file = file;
        this.untyped = untyped;
    }

    /** The canonical record as JSON. */
    byte[] canonical(ObjectNode cells, Line line) {
        var record = mapping == null ? cells : mapped(cells, line);
        if (untyped) {
            type(record);
        }
        presented(record);
        tokenise(record);
        tokeniseByType(record);
        head(record, line);
        return Json.bytes(record);
    }

    private ObjectNode mapped(ObjectNode cells, Line line) {
        var record = Json.object();
        mapping.constants().forEach(record::put);
        mapping.columns()
                .forEach(
                        (field, template) -> {
                            var value = template.fill(column -> cell(cells, column, line));
                            if (value != null) {
                                record.put(field, value);
                            }
                        });
        if (!record.has("event_time") && mapping.spaced(line.number()) > 0) {
            record.put("event_time", mapping.spaced(line.number()));
        }
        return record;
    }

    private String cell(ObjectNode cells, String column, Line line) {
        return switch (column) {
            case "line" -> String.valueOf(line.number());
            case "file" -> file;
            default -> {
                var node = cells.get(column);
                yield node == null || node.isNull() ? null : text(node);
            }
        };
    }

    private static String text(JsonNode node) {
        return node.isValueNode() ? node.asText() : node.toString();
    }

    private void type(ObjectNode record) {
        for (var name : fields.names()) {
            var value = record.get(name);
            if (value != null && value.isTextual()) {
                record.set(name, typed(name, value.asText()));
            }
        }
    }

    private JsonNode typed(String name, String text) {
        if (fields.moment(name)) {
            var at = moments.read(text);
            return at.isPresent()
                    ? fields.typed(name, String.valueOf(at.getAsLong()))
                    : TextNode.valueOf(text);
        }
        return fields.typed(name, text);
    }

    /** The presented string is the display column's, or what it would be: X, else the caller's number. */
    private void presented(ObjectNode record) {
        if (!fields.has("display_class") || record.has("display_class")) {
            return;
        }
        for (var name : new String[] {"display", "x_tk", "from_tk"}) {
            var raw = record.path(name).asText("");
            if (record.has(name) && !Tokenizer.isToken(raw)) {
                parties.presented(record, raw, trunk(record), roaming(record));
                return;
            }
        }
    }

    private static TrunkType trunk(ObjectNode record) {
        return Arrays.stream(TrunkType.values())
                .filter(type -> type.name().equals(record.path("trunk_type").asText()))
                .findFirst()
                .orElse(null);
    }

    private static boolean roaming(ObjectNode record) {
        return record.has("roam_prov")
                && !Objects.equals(record.get("roam_prov"), record.get("home_prov"));
    }

    private void tokenise(ObjectNode record) {
        for (var name : fields.names()) {
            var raw = record.path(name);
            var how = mapping == null ? null : mapping.tokenising(name);
            var due = how != null || fields.token(name) && !Tokenizer.isToken(raw.asText());
            if (!due || !raw.isValueNode() || raw.isNull()) {
                continue;
            }
            if (how == Mapping.Tokenising.OPAQUE || how == null && Parties.noNumber(name)) {
                parties.opaque(record, name, raw.asText());
            } else if (!Tokenizer.isToken(raw.asText())) {
                parties.number(record, name, raw.asText());
            }
        }
    }

    /** Numbers that stand where ids may stand too: those of a push's targets and of a purpose's scope. */
    private void tokeniseByType(ObjectNode record) {
        for (var target : record.path("targets")) {
            if (target instanceof ObjectNode object) {
                numberBehind(object, "type", "tk");
            }
        }
        numberBehind(record, "subject_type", "scope");
    }

    private void numberBehind(ObjectNode record, String type, String field) {
        var raw = record.path(field).asText("");
        switch (record.path(type).asText("")) {
            case "NUMBER", "INITIATOR", "CALLEE" -> {
                if (!raw.isEmpty() && !Tokenizer.isToken(raw)) {
                    parties.number(record, field, raw);
                }
            }
            default -> {} // an id, or for the codec to refuse
        }
    }

    /** What a file without a gateway leaves out: it was taken when it happened, and its id is its content's. */
    private void head(ObjectNode record, Line line) {
        if (record.has("event_time")) {
            absent(record, "ingest_time", record.get("event_time"));
        }
        absent(record, "event_id", TextNode.valueOf(contentId(line)));
        absent(record, "source", TextNode.valueOf(Source.JOINT_CENTRE.name()));
        absent(record, "provider", TextNode.valueOf("file"));
        absent(
                record,
                "schema_ver",
                fields.typed("schema_ver", String.valueOf(Header.SCHEMA_VERSION)));
    }

    private static void absent(ObjectNode record, String field, JsonNode value) {
        if (!record.hasNonNull(field)) {
            record.set(field, value);
        }
    }

    /** One line twice is one event; with a spaced time two equal lines are two. */
    private String contentId(Line line) {
        var spaced = mapping == null ? 0 : mapping.spaced(line.number());
        return Ids.hash("line", feed, Ids.fingerprint(line.bytes()), spaced);
    }
}
