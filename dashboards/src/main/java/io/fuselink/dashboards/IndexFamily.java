/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.DeadLetter;
import io.fuselink.events.EvidencePack;
import io.fuselink.events.Finding;
import io.fuselink.events.Health;
import io.fuselink.events.LedgerEntry;
import io.fuselink.events.Leg;
import io.fuselink.events.Page;
import io.fuselink.events.Proof;
import io.fuselink.events.ReasonCard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The indices an analyst looks into: what each holds, which record it copies, and what makes a document new. */
public enum IndexFamily {
    ALERTS(Assessment.class, "one per assessment"),
    BUNDLES(Bundle.class, "one per decision; a later `version` replaces an earlier one"),
    LEGS(Leg.class, "one per leg; a later `version` replaces an earlier one"),
    BREAKER_EVENTS(Leg.class, "one per leg and `version`; never replaced"),
    NUMBERS(Assessment.class, "one per tenure; a later `at` replaces an earlier one"),
    CAMPAIGNS(
            Finding.class,
            "one per detector, group and window; a later `at` replaces an earlier one"),
    PAGES(Page.class, "one per page"),
    REJECTS(DeadLetter.class, "one per position"),
    FEED_HEALTH(
            Health.class,
            "one per platform and state, and per task and policy version; a later `at` replaces an earlier one"),
    EVIDENCE(EvidencePack.class, "one per pack; the same evidence sealed again replaces it"),
    LEDGER(
            LedgerEntry.class,
            "one per indicator, party and period; counted again it replaces itself"),
    CARDS(ReasonCard.class, "one per decision, reader and `version`; never replaced"),
    POLICE_CARDS(ReasonCard.class, "one per decision and `version`; never replaced"),
    PROOFS(Proof.class, "one per observation"),
    MODEL_HEALTH(
            Health.class,
            "one per task and policy version, and per model, feature and hour; a later `at` replaces an earlier one");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Class<? extends Record> body;
    private final String identity;

    IndexFamily(Class<? extends Record> body, String identity) {
        this.body = body;
        this.identity = identity;
    }

    /** The record whose fields, in snake_case, the documents carry beside {@code written_at}. */
    public Class<? extends Record> body() {
        return body;
    }

    /** What there is one document of, and which of two writes wins. */
    public String identity() {
        return identity;
    }

    /** Name of the template and of the index, without the month that dated families append. */
    public String wireName() {
        return "fuselink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Which indices belong to the family, such as {@code fuselink-alerts-*}. */
    public String pattern() {
        return template().at("/index_patterns/0").asText();
    }

    /** What the documents are, in one sentence. */
    public String description() {
        return template().at("/_meta/description").asText();
    }

    /** Field name → mapping, as Elasticsearch reads it. */
    public JsonNode properties() {
        return template().at("/template/mappings/properties");
    }

    /** The composable index template, as Elasticsearch reads it. */
    public String templateJson() {
        return resource("templates/" + wireName() + ".json");
    }

    /** The family whose indices a name or pattern covers. */
    static IndexFamily of(String pattern) {
        return Arrays.stream(values())
                .filter(family -> family.pattern().equals(pattern))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "No index family has the pattern `%s`."
                                                .formatted(pattern)));
    }

    /** Whether documents have the field, which may lie inside another: {@code reasons.code}. */
    boolean has(String field) {
        return !mapping(field).isMissingNode();
    }

    /** The field's type in Elasticsearch; empty when there is no such field. */
    public String type(String field) {
        return mapping(field).path("type").asText();
    }

    /** Type by field, fields inside others with their path. */
    Map<String, String> leaves() {
        var leaves = new LinkedHashMap<String, String>();
        collect("", properties(), leaves);
        return leaves;
    }

    private static void collect(String parent, JsonNode properties, Map<String, String> leaves) {
        for (var field : properties.properties()) {
            var path = parent + field.getKey();
            if (field.getValue().has("properties")) {
                collect(path + ".", field.getValue().get("properties"), leaves);
            } else {
                leaves.put(path, field.getValue().path("type").asText());
            }
        }
    }

    private JsonNode mapping(String field) {
        return properties().at("/" + field.replace(".", "/properties/"));
    }

    JsonNode template() {
        return parse(templateJson());
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String resource(String name) {
        try (var in = IndexFamily.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource is missing from the jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
