/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.events.PolicyVersion;
import io.fuselink.events.RuleState;
import io.fuselink.sandbox.OperatorError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** A policy version as an officer writes it down (docs/policy.md): JSON, every field checked by name. */
final class PolicyFile {
    private static final String VALID_FROM = "valid_from";
    private static final Set<String> FIELDS =
            Set.of(
                    "version",
                    VALID_FROM,
                    "by",
                    "limits",
                    "rule_states",
                    "lexicon_version",
                    "model",
                    "challenger",
                    "text_model");

    /** What is not dated counts from this long after it is published: twice the notice, in ms. */
    private static final long SOON_MS = 2 * PolicyVersion.NOTICE_MS;

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final Path file;
    private final JsonNode fields;

    private PolicyFile(Path file, JsonNode fields) {
        this.file = file;
        this.fields = fields;
    }

    static PolicyFile read(Path file) {
        try {
            var fields = JSON.readTree(Files.readAllBytes(file));
            if (fields == null || !fields.isObject()) {
                throw OperatorError.badInput(file + ": not one JSON object; see docs/policy.md.");
            }
            return new PolicyFile(file, fields);
        } catch (JsonProcessingException e) {
            throw OperatorError.badInput(
                    "%s: not JSON at line %d (%s)."
                            .formatted(
                                    file,
                                    e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                                    e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw OperatorError.badInput(
                    file + ": cannot be read; name a file with one policy version.", e);
        }
    }

    /** The version as it is published at this time of the deployment. */
    PolicyVersion publishedAt(long now) {
        fields.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!FIELDS.contains(name)) {
                                throw wrong(name, "is no field of a policy");
                            }
                        });
        return new PolicyVersion(
                version(),
                validFrom(now),
                now,
                requiredText("by"),
                each("limits", this::limit),
                each("rule_states", this::state),
                text("lexicon_version"),
                text("model"),
                text("challenger"),
                text("text_model"));
    }

    private int version() {
        var version = fields.path("version");
        if (!version.canConvertToInt() || !version.isIntegralNumber()) {
            throw wrong("version", "must be an integer, one more than the last");
        }
        return version.intValue();
    }

    private long validFrom(long now) {
        var from = fields.path(VALID_FROM);
        if (from.isMissingNode()) {
            return now + SOON_MS;
        }
        if (from.isIntegralNumber()) {
            return from.longValue();
        }
        try {
            return Instant.parse(from.asText()).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw wrong(
                    VALID_FROM,
                    "must be epoch ms or a time with a zone, such as 2026-03-02T09:30:00+08:00");
        }
    }

    private String requiredText(String name) {
        var text = text(name);
        if (text == null || text.isBlank()) {
            throw wrong(name, "must say who publishes");
        }
        return text;
    }

    private String text(String name) {
        var text = fields.path(name);
        if (text.isMissingNode() || text.isNull()) {
            return null;
        }
        if (!text.isTextual()) {
            throw wrong(name, "must be text");
        }
        return text.textValue();
    }

    private <V> Map<String, V> each(String name, BiFunction<String, JsonNode, V> read) {
        var entries = fields.path(name);
        if (entries.isMissingNode()) {
            return null;
        }
        if (!entries.isObject()) {
            throw wrong(name, "must be an object of names and values");
        }
        var values = new TreeMap<String, V>();
        entries.properties()
                .forEach(
                        e ->
                                values.put(
                                        e.getKey(),
                                        read.apply(name + "." + e.getKey(), e.getValue())));
        return values;
    }

    private double limit(String name, JsonNode value) {
        if (!value.isNumber()) {
            throw wrong(name, "must be a number");
        }
        return value.doubleValue();
    }

    private RuleState state(String name, JsonNode value) {
        return Arrays.stream(RuleState.values())
                .filter(state -> state.name().equals(value.asText()))
                .findFirst()
                .orElseThrow(() -> wrong(name, "must be LIVE, SHADOW or OFF"));
    }

    private OperatorError wrong(String field, String what) {
        return OperatorError.badInput(
                "%s: %s %s; see docs/policy.md.".formatted(file, field, what));
    }
}
