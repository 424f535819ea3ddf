/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.city.CityPlan;
import io.fuselink.city.Incident;
import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.Output;
import io.fuselink.sandbox.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.elasticsearch.client.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A slip by a digit in a policy, through the real broker, both jobs and the real Elasticsearch: it cannot cut off a city. */
class BadThresholdITCase {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CityPlan PLAN =
            new CityPlan(120, 2, 5).withIncident(Incident.BAD_THRESHOLD);

    /** What the slipped rule may do in an hour, by the policy that slipped. */
    private static final int BUDGET = 15;

    private static final long HOUR_MS = TimeUnit.HOURS.toMillis(1);
    private static final String RULE = "reports-converge";

    @TempDir static Path folder;

    private static JsonNode summary;

    /** What the rule asked for, in the order it was told. */
    private static List<Assessment> asked;

    /** When somebody was first asked to act, by episode. */
    private static final Map<String, Long> openedAt = new HashMap<>();

    @BeforeAll
    static void play() throws Exception {
        SharedServers.clear();
        var plan = new SandboxPlan(PLAN, 0, folder);
        try (var run = SandboxRun.start(SharedServers.all(), plan, Progress.on(System.out))) {
            run.playOnce();
        }
        summary = JSON.readTree(folder.resolve(Summary.FILE_NAME).toFile());
        var outputs = OutputRecords.ofFolder(folder);
        asked =
                outputs.of(Output.ASSESSMENTS, Assessment.class).stream()
                        .filter(a -> a.level() >= 2 && a.detectors().get(0).equals(RULE))
                        .toList();
        outputs.of(Output.BUNDLES, Bundle.class)
                .forEach(
                        b ->
                                openedAt.merge(
                                        String.valueOf(b.episodeId()), b.openedAt(), Math::min));
    }

    @AfterAll
    static void clear() throws Exception {
        SharedServers.clear();
    }

    @Test
    void theRuleActsUpToItsBudgetOfTheHourAndNoFurther() {
        var began = new HashMap<String, Long>();
        asked.stream()
                .filter(Assessment::allowed)
                .forEach(a -> began.merge(a.episodeId(), a.at(), Math::min));
        var slipped = PLAN.startMs() + PLAN.lengthMs() / 3 + TimeUnit.MINUTES.toMillis(1);
        var byHour =
                began.values().stream()
                        .filter(at -> at >= slipped)
                        .collect(Collectors.groupingBy(at -> at / HOUR_MS, Collectors.counting()));

        assertThat(byHour.values())
                .as("episodes that began to act, by hour")
                .isNotEmpty()
                .allMatch(episodes -> episodes <= BUDGET);
    }

    /** It is offered again in the hours that follow, when there is room. */
    @Test
    void whatItAsksForBeyondItIsShownAndAsksNothingOfAnybodyMeanwhile() {
        var held = asked.stream().filter(a -> !a.allowed()).toList();

        assertThat(held)
                .isNotEmpty()
                .allSatisfy(a -> assertThat(a.heldBy()).contains("SHADOW"))
                .allMatch(a -> openedAt.getOrDefault(a.episodeId(), Long.MAX_VALUE) > a.at());
    }

    @Test
    void whoIsOnDutyFindsThePageInElasticsearch() throws IOException {
        try (var elastic = SharedServers.elastic()) {
            var search = new Request("GET", "/fuselink-pages-*/_search");
            search.setJsonEntity(
                    """
                    {"query": {"bool": {"filter": [{"term": {"kind": "BUDGET_SPENT"}},
                                                   {"term": {"detector": "%s"}}]}}}
                    """
                            .formatted(RULE));
            var pages =
                    JSON.readTree(elastic.performRequest(search).getEntity().getContent())
                            .at("/hits/hits");

            assertThat(pages)
                    .isNotEmpty()
                    .allMatch(p -> p.at("/_source/message").asText().contains("SHADOW"));
        }
    }

    @Test
    void nobodyWhoIsProtectedIsHit() {
        assertThat(summary.get("protected_hit").asInt()).isZero();
        assertThat(summary.get("conserved").asBoolean()).isTrue();
        assertThat(summary.get("documents_complete").asBoolean()).isTrue();
    }
}
