/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fuselink.events.Feed;
import io.fuselink.events.codec.FeedFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * How the columns of somebody's file become the fields of a feed, written down in a small YAML file;
 * the language is described in {@code docs/feeds.md}.
 */
public final class Mapping {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<String> KEYS =
            List.of("adapter", "format", "columns", "constants", "time", "tokenise");
    private static final List<String> TIME_KEYS = List.of("format", "zone", "start", "every");

    /** How lines are cut into fields. */
    enum Layout {
        CSV,
        TSV,
        JSONL
    }

    /** How a raw value becomes a token. */
    enum Tokenising {
        NUMBER,
        OPAQUE
    }

    /** The word for one record a line, its fields in columns. */
    private static final String COLUMNS = "columns";

    private final String name;
    private final Adapter adapter;
    private final Layout layout;
    private final Map<String, Template> columns = new LinkedHashMap<>();
    private final Map<String, String> constants = new LinkedHashMap<>();
    private final Map<String, Tokenising> tokenise = new LinkedHashMap<>();
    private final String timeFormat;
    private final ZoneId zone;
    private final Instant start;
    private final Duration every;

    private Mapping(String name, JsonNode yaml) {
        this.name = name;
        onlyKeys(yaml, KEYS, "");
        adapter = adapter(yaml.path("adapter").asText(COLUMNS));
        layout = word(yaml, "format", Layout.values(), Layout::name, null);
        each(yaml, "columns", (field, value) -> columns.put(field, new Template(value)));
        each(yaml, "constants", constants::put);
        readTokenise(yaml.path("tokenise"));
        var time = yaml.path("time");
        onlyKeys(time, TIME_KEYS, "time.");
        timeFormat = time.path("format").asText(null);
        zone = parsed("time.zone", time.path("zone").asText(null), ZoneId::of);
        start = parsed("time.start", time.path("start").asText(null), Instant::parse);
        every = parsed("time.every", time.path("every").asText(null), Duration::parse);
        if ((start == null) != (every == null)) {
            throw new MappingException(
                    name + ": time.start and time.every go together; give both or neither.");
        }
        moments(); // a bad pattern is an error of the mapping, not of the first line
    }

    /** Reads a mapping file. */
    public static Mapping read(Path file) {
        try {
            var yaml = YAML.readTree(Files.readString(file, StandardCharsets.UTF_8));
            if (!yaml.isObject()) {
                throw new MappingException(
                        file + ": a mapping is a YAML object with some of the keys " + KEYS + ".");
            }
            return new Mapping(file.toString(), yaml);
        } catch (JsonProcessingException e) {
            throw new MappingException(
                    file + ": not readable as YAML at line " + e.getLocation().getLineNr() + ".",
                    e);
        } catch (IOException e) {
            throw new MappingException(
                    "The mapping file " + file + " cannot be read; check its path and rights.", e);
        }
    }

    /**
     * What an adapter's pushes need to be told and nothing else.
     *
     * @param zone of times that name none; null = as the provider documents it
     * @param constants values by the feed's field names for what the pushes do not say
     */
    public static Mapping of(Adapter adapter, ZoneId zone, Map<String, String> constants) {
        var yaml = YAML.createObjectNode().put("adapter", adapter.word());
        if (zone != null) {
            yaml.putObject("time").put("zone", zone.getId());
        }
        constants.forEach(yaml.putObject("constants")::put);
        return new Mapping("adapter " + adapter.word(), yaml);
    }

    /** Reads pushes of a provider; null when the file has columns. */
    Adapter adapter() {
        return adapter;
    }

    String name() {
        return name;
    }

    /** Null when the file's name tells. */
    Layout layout() {
        return layout;
    }

    Map<String, Template> columns() {
        return columns;
    }

    Map<String, String> constants() {
        return constants;
    }

    /** How a field is tokenised, null when nothing is said about it. */
    Tokenising tokenising(String field) {
        return tokenise.get(field);
    }

    /** Time zone of times that name none, null when nothing is said. */
    ZoneId zone() {
        return zone;
    }

    Moments moments() {
        var format = timeFormat == null ? Moments.ISO : timeFormat;
        try {
            return new Moments(format, zone == null ? ZoneId.of("UTC") : zone);
        } catch (IllegalArgumentException e) {
            throw new MappingException(
                    name
                            + ": time.format '"
                            + format
                            + "' is none of epoch-ms, epoch-s, iso or a pattern such as yyyy-MM-dd HH:mm:ss.",
                    e);
        }
    }

    /** Event time of a line where no column gives one, in epoch ms; 0 when the mapping gives none either. */
    long spaced(long line) {
        return start == null ? 0 : start.plus(every.multipliedBy(line)).toEpochMilli();
    }

    /** Refuses fields that the feed does not have. */
    void check(Feed feed) {
        if (adapter != null && feed != adapter.feed()) {
            throw new MappingException(
                    name
                            + ": adapter "
                            + adapter.word()
                            + " gives "
                            + adapter.feed().wireName()
                            + ", not "
                            + feed.wireName()
                            + ".");
        }
        var fields = FeedFields.of(feed);
        check(fields, feed, "columns", columns);
        check(fields, feed, "constants", constants);
        check(fields, feed, "tokenise", tokenise);
    }

    private void check(FeedFields fields, Feed feed, String section, Map<String, ?> named) {
        for (var field : named.keySet()) {
            if (!fields.has(field)) {
                throw new MappingException(
                        name
                                + ": "
                                + section
                                + "."
                                + field
                                + " is not a field of "
                                + feed.wireName()
                                + "; its fields are "
                                + String.join(", ", fields.names())
                                + ".");
            }
        }
    }

    private void readTokenise(JsonNode node) {
        if (node.isArray()) {
            node.forEach(field -> tokenise.put(field.asText(), Tokenising.NUMBER));
            return;
        }
        for (var entry : node.properties()) {
            tokenise.put(
                    entry.getKey(),
                    switch (entry.getValue().asText()) {
                        case "number" -> Tokenising.NUMBER;
                        case "opaque" -> Tokenising.OPAQUE;
                        default ->
                                throw new MappingException(
                                        name
                                                + ": tokenise."
                                                + entry.getKey()
                                                + " is neither number nor opaque.");
                    });
        }
    }

    private void onlyKeys(JsonNode node, List<String> known, String path) {
        for (var entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                throw new MappingException(
                        name
                                + ": "
                                + path
                                + entry.getKey()
                                + " is not a mapping key; the keys are "
                                + String.join(", ", known)
                                + ".");
            }
        }
    }

    private void each(JsonNode yaml, String section, BiConsumer<String, String> entries) {
        for (var entry : yaml.path(section).properties()) {
            var value = entry.getValue();
            if (!value.isValueNode() || value.isNull()) {
                throw new MappingException(
                        name + ": " + section + "." + entry.getKey() + " is not a single value.");
            }
            entries.accept(entry.getKey(), value.asText());
        }
    }

    private Adapter adapter(String word) {
        return COLUMNS.equals(word)
                ? null
                : Adapter.named(word)
                        .orElseThrow(
                                () ->
                                        new MappingException(
                                                name
                                                        + ": adapter is none of "
                                                        + COLUMNS
                                                        + ", "
                                                        + Adapter.words()
                                                        + "."));
    }

    private <T> T word(
            JsonNode yaml, String key, T[] values, Function<T, String> name, T otherwise) {
        if (!yaml.has(key)) {
            return otherwise;
        }
        for (var value : values) {
            if (name.apply(value).equalsIgnoreCase(yaml.get(key).asText())) {
                return value;
            }
        }
        var known =
                Arrays.stream(values).map(name).map(word -> word.toLowerCase(Locale.ROOT)).toList();
        throw new MappingException(
                this.name + ": " + key + " is none of " + String.join(", ", known) + ".");
    }

    private <T> T parsed(String key, String text, Function<String, T> parse) {
        try {
            return text == null ? null : parse.apply(text);
        } catch (DateTimeException e) {
            throw new MappingException(
                    name
                            + ": "
                            + key
                            + " '"
                            + text
                            + "' is not understood; examples are zone Asia/Shanghai, start 2026-01-01T00:00:00Z, every PT10S.",
                    e);
        }
    }
}
