/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.events.Verb;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the decision page shows of a bundle, and what a duty officer says there. */
final class Decisions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 1_000;

    private final Archive archive;
    private final DecisionDesk desk;

    Decisions(Archive archive, DecisionDesk desk) {
        this.archive = archive;
        this.desk = desk;
    }

    /** The bundle, its reason card, its legs as they stand, and everything that happened to them. */
    JsonNode show(String bundleId) {
        var answer = JSON.createObjectNode();
        answer.set("bundle", bundle(bundleId));
        var legs = answer.putArray("legs");
        archive.documents("fuselink-legs", "bundle_id", bundleId, "proposed_at").forEach(legs::add);
        var history = answer.putArray("history");
        archive.documents("fuselink-breaker-events-*", "bundle_id", bundleId, "at")
                .forEach(history::add);
        card(bundleId).ifPresent(card -> answer.set("card", card));
        return answer;
    }

    /** The newest reason card as an analyst may read it. */
    private Optional<JsonNode> card(String bundleId) {
        return archive.documents("fuselink-cards-*", "bundle_id", bundleId, "version").stream()
                .filter(card -> card.path("disclosure").asText().equals("ANALYST"))
                .reduce((earlier, later) -> later);
    }

    /** Passes a decision on, once it is complete and speaks of something there is. */
    JsonNode take(String bundleId, JsonNode said) {
        bundle(bundleId);
        var verb = verb(said.path("verb").asText());
        var legId = said.path("leg_id").asText();
        if (!legId.isEmpty()) {
            requireLeg(bundleId, legId);
        }
        var by = words(said, "by", LONGEST_NAME);
        var reason = words(said, "reason", LONGEST_REASON);
        var id = desk.decide(bundleId, legId.isEmpty() ? null : legId, verb, by, reason);
        return JSON.createObjectNode().put("decision_id", id);
    }

    private JsonNode bundle(String id) {
        if (!ID.matcher(id).matches()) {
            throw new Refusal(
                    400, "处置编号应为 32 位十六进制 · A decision's id is 32 lower-case hex digits.");
        }
        return archive.documents("fuselink-bundles", "bundle_id", id, "at").stream()
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        404,
                                        "没有这项处置 · No decision has this id; it may not be indexed yet."));
    }

    private void requireLeg(String bundleId, String legId) {
        if (archive.documents("fuselink-legs", "leg_id", legId, "at").stream()
                .noneMatch(leg -> leg.path("bundle_id").asText().equals(bundleId))) {
            throw new Refusal(400, "这项处置没有这个动作 · This decision has no such leg.");
        }
    }

    private static Verb verb(String name) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(400, "请选择决定 · Choose what you decide."));
    }

    private static String words(JsonNode said, String field, int longest) {
        var text = said.path(field).asText().strip();
        if (text.isEmpty()) {
            throw new Refusal(400, "请填写姓名和理由 · Your name and your reason are required.");
        }
        if (text.length() > longest) {
            throw new Refusal(
                    400,
                    "最多 %d 个字 · `%s` may have at most %d characters."
                            .formatted(longest, field, longest));
        }
        return text;
    }
}
