/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Output;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.told.Told;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Gathers the case files of bundles from what was told: first the bundles, then what they point at, then what points at them. */
final class CaseFiles {
    /** Outputs that name their bundle, and what their records are. */
    private static final Map<Output, RecordKind> NAME_THEIR_BUNDLE =
            Map.of(
                    Output.LEGS, RecordKind.LEG,
                    Output.ACTIONS, RecordKind.ACTION,
                    Output.CARDS, RecordKind.CARD,
                    Output.PROOFS, RecordKind.PROOF);

    /** Feeds that name their bundle. */
    private static final Map<Feed, RecordKind> ANSWERS =
            Map.of(
                    Feed.ACKS, RecordKind.ACK,
                    Feed.DECISIONS, RecordKind.DECISION,
                    Feed.APPEALS, RecordKind.APPEAL);

    private static final JsonCodec CODEC = new JsonCodec();

    private final Told told;
    private final Map<String, CaseFile> byBundle = new LinkedHashMap<>();

    private CaseFiles(Told told) {
        this.told = told;
    }

    /**
     * @param bundleId the one bundle, or null for every one
     * @return case files by bundle
     */
    static Map<String, CaseFile> gather(Told told, String bundleId, String softwareVersion)
            throws IOException {
        var files = new CaseFiles(told);
        files.bundles(bundleId, softwareVersion);
        files.assessments();
        files.findings();
        files.orders();
        for (var output : NAME_THEIR_BUNDLE.entrySet()) {
            files.naming(output.getKey(), output.getValue());
        }
        for (var answer : ANSWERS.entrySet()) {
            files.answers(answer.getKey(), answer.getValue());
        }
        return files.byBundle;
    }

    private void bundles(String wanted, String softwareVersion) throws IOException {
        each(
                Output.BUNDLES,
                (bundle, id) -> {
                    if (wanted == null || wanted.equals(id)) {
                        byBundle.computeIfAbsent(id, i -> new CaseFile(softwareVersion))
                                .bundle(bundle);
                    }
                });
    }

    private void assessments() throws IOException {
        var byEpisode = new HashMap<String, CaseFile>();
        byBundle.values()
                .forEach(file -> byEpisode.put(file.latest().path("episode_id").asText(), file));
        told.output(
                Output.ASSESSMENTS,
                bytes -> {
                    var assessment = read(bytes);
                    var file = byEpisode.get(assessment.path("episode_id").asText());
                    if (file != null && assessment.hasNonNull("episode_id")) {
                        file.assessment(assessment);
                    }
                });
    }

    private void findings() throws IOException {
        var wanted = new HashMap<String, List<CaseFile>>();
        for (var file : byBundle.values()) {
            for (var id : file.findingIds()) {
                wanted.merge(
                        id,
                        List.of(file),
                        (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
            }
        }
        told.output(
                Output.FINDINGS,
                bytes -> {
                    var finding = read(bytes);
                    wanted.getOrDefault(finding.path("id").asText(), List.of())
                            .forEach(file -> file.finding(finding));
                });
    }

    /** What an authority ordered about the case, whichever of its targets this bundle is. */
    private void orders() throws IOException {
        told.feed(
                Feed.CASES,
                event ->
                        byBundle.values().stream()
                                .filter(
                                        file ->
                                                event.push()
                                                        .caseId()
                                                        .equals(
                                                                file.latest()
                                                                        .path("case_id")
                                                                        .asText(null)))
                                .forEach(
                                        file ->
                                                file.add(
                                                        RecordKind.ORDER,
                                                        json(event),
                                                        event.header().eventTime())));
    }

    private void naming(Output output, RecordKind kind) throws IOException {
        each(
                output,
                (record, bundleId) -> {
                    var file = byBundle.get(bundleId);
                    if (file != null) {
                        file.add(kind, record, time(record));
                    }
                });
    }

    private void answers(Feed feed, RecordKind kind) throws IOException {
        told.feed(
                feed,
                event -> {
                    var answer = json(event);
                    var file = byBundle.get(answer.path("bundle_id").asText());
                    if (file != null) {
                        file.add(kind, answer, event.header().eventTime());
                    }
                });
    }

    private static long time(JsonNode record) {
        return record.has("at") ? record.get("at").asLong() : record.path("issued_at").asLong();
    }

    private void each(Output output, BiConsumer<ObjectNode, String> use) throws IOException {
        told.output(
                output,
                bytes -> {
                    var record = read(bytes);
                    use.accept(record, record.path("bundle_id").asText());
                });
    }

    private static ObjectNode json(Event event) {
        return read(CODEC.encode(event));
    }

    private static ObjectNode read(byte[] bytes) {
        try {
            return CanonicalJson.read(bytes);
        } catch (IOException e) {
            throw OperatorError.badInput(
                    "A record of the outputs is not JSON (%s); seal from outputs as the detection wrote them."
                            .formatted(e.getClass().getSimpleName()),
                    new UncheckedIOException(e));
        }
    }
}
