/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.city.City;
import io.fuselink.city.CityPlan;
import io.fuselink.city.Persona;
import io.fuselink.sandbox.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.elasticsearch.client.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small city through the real broker, both jobs, the counterparties and the real Elasticsearch; then the same city from files. */
class SandboxITCase {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CityPlan PLAN = new CityPlan(120, 2, 5);

    @TempDir static Path folder;

    private static JsonNode summary;

    @BeforeAll
    static void play() throws Exception {
        clear();
        var servers = SharedServers.all();
        var plan = new SandboxPlan(PLAN, 0, folder.resolve("streamed"));
        try (var run = SandboxRun.start(servers, plan, Progress.on(System.out))) {
            run.playOnce();
        }
        summary = JSON.readTree(plan.out().resolve(Summary.FILE_NAME).toFile());
    }

    @AfterAll
    static void clear() throws Exception {
        SharedServers.clear();
    }

    @Test
    void everyEventIsAccountedForToTheLast() {
        assertThat(summary.get("conserved").asBoolean()).as("conserved: %s", summary).isTrue();
        assertThat(summary.get("duplicates").asLong()).isPositive();
        assertThat(summary.at("/dead_letters/NOT_DECODABLE").asLong()).isPositive();
    }

    @Test
    void everyOutputIsADocument() {
        assertThat(summary.get("documents_complete").asBoolean()).isTrue();
        assertThat(summary.get("documents").fieldNames())
                .toIterable()
                .contains(
                        "fuselink-alerts-2026.03",
                        "fuselink-breaker-events-2026.03",
                        "fuselink-bundles",
                        "fuselink-campaigns",
                        "fuselink-legs",
                        "fuselink-numbers");
    }

    @Test
    void everybodyInTheCityHasARow() {
        assertThat(summary.at("/truth/honest").findValuesAsText("persona"))
                .containsAll(names(persona -> !persona.evader() && persona != Persona.OUTSIDER));
        assertThat(summary.at("/truth/evaders").findValuesAsText("evader"))
                .containsAll(names(Persona::evader));
    }

    /** Known to be missed: the fake-order farm, whose bindings and calls look like those of a shop. */
    @Test
    void fourteenOfFifteenCampaignsAreFound() {
        assertThat(summary.at("/truth/campaigns").asInt()).isEqualTo(15);
        assertThat(summary.at("/truth/campaigns_found").asInt())
                .as("said anything about, of %s", summary.at("/truth/evaders"))
                .isGreaterThanOrEqualTo(14);
        assertThat(summary.at("/truth/campaigns_proposed").asInt())
                .as("asked somebody to act upon, of %s", summary.at("/truth/evaders"))
                .isGreaterThanOrEqualTo(10);
    }

    /** Not the courier whom report bombers lured into calling them, nor the recruiter whom many find a nuisance. */
    @Test
    void nobodyHonestIsHit() {
        assertThat(summary.at("/truth/wrong_actions")).isEmpty();
        assertThat(summary.at("/truth/honest")).allMatch(row -> row.get("level").asInt() <= 1);
    }

    @Test
    void legsReachTheirEndsAsThePartiesDecide() {
        var legs = summary.get("legs");

        assertThat(legs.get("TAG/EFFECTIVE").asInt()).isPositive();
        assertThat(summary.at("/leg_flags/BLOCK~1TIMED_OUT").asInt())
                .as("the slow carrier")
                .isPositive();
        assertThat(legs.get("TAG/LIFTED").asInt())
                .as("the appellant, whoever of those hit is first")
                .isPositive();
    }

    @Test
    void banksAreAskedToFreezeByAnAuthorityOrAnOfficerAlone() throws Exception {
        var requests =
                lines("legs")
                        .filter(leg -> leg.get("action").asText().equals("FREEZE_REQUEST"))
                        .toList();
        var ordered = lines("bundles").filter(b -> b.hasNonNull("case_id")).toList();
        var approved =
                requests.stream()
                        .filter(leg -> leg.get("state").asText().equals("APPROVED"))
                        .filter(
                                leg ->
                                        leg.path("verb").asText().equals("APPROVE")
                                                || values(ordered, "bundle_id")
                                                        .contains(leg.get("bundle_id").asText()))
                        .toList();

        assertThat(
                        values(
                                requests.stream()
                                        .filter(leg -> leg.path("issued_at").asLong() > 0)
                                        .toList(),
                                "leg_id"))
                .isNotEmpty()
                .isEqualTo(values(approved, "leg_id"));
    }

    /** Numbers of a crew that gave them up have new holders; checked where analysts look. */
    @Test
    void aNewHolderInheritsNothingAndWhatTheLastOneDidStaysUnderHisEpoch() throws Exception {
        var handedOn =
                City.of(PLAN).truth().tenures().stream()
                        .filter(tenure -> tenure.persona() == Persona.NEW_HOLDER)
                        .toList();
        var known = 0L;
        for (var heir : handedOn) {
            assertThat(found("fuselink-alerts-*", "subject_tk", heir.tk(), heir.epoch()))
                    .as("alerts about %s", heir)
                    .isZero();
            assertThat(found("fuselink-breaker-events-*", "target_tk", heir.tk(), heir.epoch()))
                    .as("what was asked about %s", heir)
                    .isZero();
            var last = heir.epoch() - 1;
            var alerts = found("fuselink-alerts-*", "subject_tk", heir.tk(), last);
            assertThat(alerts)
                    .as("alerts about the last holder")
                    .isEqualTo(told("assessments", "subject_tk", heir.tk(), last));
            assertThat(found("fuselink-breaker-events-*", "target_tk", heir.tk(), last))
                    .as("what was asked about the last holder")
                    .isEqualTo(told("legs", "target_tk", heir.tk(), last));
            known += alerts;
        }
        assertThat(known).as("alerts about numbers that changed hands").isPositive();
    }

    /** Documents about a number under one of its epochs. */
    private static long found(String index, String field, String number, int epoch)
            throws IOException {
        try (var elastic = SharedServers.elastic()) {
            var count = new Request("GET", "/" + index + "/_count");
            count.setJsonEntity(
                    """
                    {"query": {"bool": {"filter": [{"term": {"%s": "%s"}}, {"term": {"epoch": %d}}]}}}
                    """
                            .formatted(field, number, epoch));
            return JSON.readTree(elastic.performRequest(count).getEntity().getContent())
                    .get("count")
                    .asLong();
        }
    }

    /** What the topics told about it, each version once; an assessment of no level is no alert. */
    private static long told(String output, String field, String number, int epoch)
            throws IOException {
        return lines(output)
                .filter(r -> r.path(field).asText().equals(number))
                .filter(r -> r.path("epoch").asInt() == epoch)
                .filter(r -> output.equals("legs") || r.path("level").asInt() >= 1)
                .map(r -> r.path("id").asText() + r.path("leg_id").asText() + r.path("version"))
                .distinct()
                .count();
    }

    private static Stream<JsonNode> lines(String output) throws IOException {
        return Files.readAllLines(folder.resolve("streamed").resolve(output + ".jsonl")).stream()
                .map(SandboxITCase::json);
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> values(List<JsonNode> records, String field) {
        return records.stream()
                .map(r -> r.get(field).asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A further round of a leg follows what its party answered, and files hold no answers. */
    @Test
    void theSameCityFromFilesGivesTheSameIds() throws Exception {
        var replayed = folder.resolve("replayed");

        WrittenCity.replay(City.of(PLAN), folder.resolve("files"), replayed);

        for (var kind :
                List.of(
                        "findings:id",
                        "assessments:id",
                        "assessments:episode_id",
                        "bundles:bundle_id",
                        "legs:leg_id")) {
            assertThat(ids(replayed, kind))
                    .as(kind)
                    .isEqualTo(ids(folder.resolve("streamed"), kind))
                    .isNotEmpty();
        }
    }

    private static List<String> names(Predicate<Persona> kind) {
        return Stream.of(Persona.values()).filter(kind).map(Enum::name).toList();
    }

    private static Set<String> ids(Path out, String kind) throws IOException {
        var name = kind.substring(0, kind.indexOf(':'));
        var field = kind.substring(kind.indexOf(':') + 1);
        var ids = new TreeSet<String>();
        try (var lines = Files.lines(out.resolve(name + ".jsonl"))) {
            for (var line : (Iterable<String>) lines::iterator) {
                var record = JSON.readTree(line);
                if (record.get(field) != null && record.path("round").asInt(1) == 1) {
                    ids.add(record.get(field).asText());
                }
            }
        }
        return ids;
    }
}
