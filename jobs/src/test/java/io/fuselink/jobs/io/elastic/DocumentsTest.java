/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.elastic;

import static io.fuselink.jobs.io.Sample.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.dashboards.IndexFamily;
import io.fuselink.events.Action;
import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.DeadLetter;
import io.fuselink.events.Disclosure;
import io.fuselink.events.EvidencePack;
import io.fuselink.events.Finding;
import io.fuselink.events.Health;
import io.fuselink.events.HealthKind;
import io.fuselink.events.LedgerEntry;
import io.fuselink.events.Leg;
import io.fuselink.events.Output;
import io.fuselink.events.Page;
import io.fuselink.events.Proof;
import io.fuselink.events.ReasonCard;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.io.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DocumentsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void anAssessedNumberIsAnAlertAndACurrentState() {
        var documents = assessed(SubjectType.NUMBER, 2, NOON);

        assertThat(documents)
                .extracting(Document::index)
                .containsExactly("fuselink-numbers", "fuselink-alerts-2026.11");
        assertThat(documents).extracting(Document::version).containsExactly(NOON, 0L);
    }

    @Test
    void aNumberThatCalmedDownIsNoAlertButItsStateChanges() {
        assertThat(assessed(SubjectType.NUMBER, 0, NOON))
                .extracting(Document::index)
                .containsExactly("fuselink-numbers");
    }

    @Test
    void aLinkedNumberIsAnAlertAndKeepsItsOwnState() {
        var linked =
                Sample.of(
                        Assessment.class,
                        Map.of(
                                "subjectType",
                                SubjectType.NUMBER,
                                "level",
                                1,
                                "at",
                                NOON,
                                "linkedFrom",
                                "NUMBER:seed:1"));

        assertThat(Documents.of(linked))
                .extracting(Document::index)
                .containsExactly("fuselink-alerts-2026.11");
    }

    @Test
    void anAssessedLeaseIsAnAlertOnly() {
        assertThat(assessed(SubjectType.LEASE, 1, NOON))
                .extracting(Document::index)
                .containsExactly("fuselink-alerts-2026.11");
    }

    @Test
    void aTenureHasOneStateWhichOnlyALaterOneReplaces() {
        var earlier = assessed(SubjectType.NUMBER, 3, NOON).get(0);
        var later = assessed(SubjectType.NUMBER, 0, NOON + 1).get(0);

        assertThat(later.id()).isEqualTo(earlier.id());
        assertThat(later.version()).isGreaterThan(earlier.version());
    }

    @Test
    void onlyFindingsAboutGroupsAreCampaigns() {
        assertThat(Documents.of(found(SubjectType.TRUNK)))
                .extracting(Document::index)
                .containsExactly("fuselink-campaigns");
        assertThat(Documents.of(found(SubjectType.NUMBER))).isEmpty();
    }

    @Test
    void aLegIsAStateAndALineOfHistory() {
        var documents = Documents.of(Sample.of(Leg.class, Map.of("legId", "leg", "version", 4)));

        assertThat(documents)
                .extracting(Document::index, Document::id, Document::version)
                .containsExactly(
                        tuple("fuselink-legs", "leg", 4L),
                        tuple("fuselink-breaker-events-2026.11", "leg-4", 0L));
    }

    @Test
    void anInstantThatHasNotComeIsAbsent() throws IOException {
        var leg = Sample.of(Leg.class, Map.of("effectiveAt", 0L, "ackDeadline", 0L));

        assertThat(fields(Documents.of(leg).get(0)))
                .doesNotContain("effective_at", "ack_deadline")
                .contains("issued_at", "at");
    }

    @Test
    void aDeadLetterLiesInTheMonthItCountsAt() {
        var letter = Sample.of(DeadLetter.class, Map.of("at", NOON - 25L * 86_400_000));

        assertThat(Documents.of(letter))
                .extracting(Document::index)
                .containsExactly("fuselink-rejects-2026.10");
    }

    @Test
    void whatCannotBeReadLeavesItsHashAndNothingElse() throws IOException {
        var garbage = "13800138000".getBytes(StandardCharsets.UTF_8);

        var reject = Documents.unreadable(Output.LEGS, garbage, "fuselink.legs.v1:0@42", NOON);

        assertThat(json(reject).get("reason").asText()).isEqualTo("NOT_DECODABLE");
        assertThat(json(reject).get("position").asText()).isEqualTo("fuselink.legs.v1:0@42");
        assertThat(json(reject).get("length").asInt()).isEqualTo(garbage.length);
        assertThat(new String(reject.json(), StandardCharsets.UTF_8)).doesNotContain("13800138000");
    }

    @Test
    void copyingTwiceChangesNothing() {
        for (var output : everyOutput()) {
            assertThat(Documents.of(output))
                    .usingRecursiveComparison()
                    .isEqualTo(Documents.of(output));
        }
    }

    @Test
    void actionsAreReadAsLegs() {
        assertThat(Documents.of(Sample.of(Action.class, Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aTemplateTakesEveryFieldThatIsWritten(IndexFamily family) throws IOException {
        var document =
                everyOutput().stream()
                        .flatMap(output -> Documents.of(output).stream())
                        .filter(d -> d.index().matches(family.pattern().replace("*", ".*")))
                        .findFirst()
                        .orElseThrow();

        assertThat(fields(document)).isSubsetOf(names(family.properties())).hasSizeGreaterThan(5);
    }

    private static List<Record> everyOutput() {
        return List.of(
                Sample.of(Assessment.class, Map.of()),
                found(SubjectType.LEASE),
                Sample.of(Bundle.class, Map.of()),
                Sample.of(Leg.class, Map.of()),
                Sample.of(Page.class, Map.of()),
                Sample.of(DeadLetter.class, Map.of()),
                Sample.of(Health.class, Map.of()),
                Sample.of(Health.class, Map.of("kind", HealthKind.MODEL_DRIFT)),
                Sample.of(ReasonCard.class, Map.of("disclosure", Disclosure.SUBJECT)),
                Sample.of(ReasonCard.class, Map.of("disclosure", Disclosure.POLICE)),
                Sample.of(EvidencePack.class, Map.of()),
                Sample.of(LedgerEntry.class, Map.of()),
                Sample.of(Proof.class, Map.of()));
    }

    private static List<Document> assessed(SubjectType type, int level, long at) {
        return Documents.of(
                Sample.of(Assessment.class, Map.of("subjectType", type, "level", level, "at", at)));
    }

    private static Finding found(SubjectType type) {
        return Sample.of(Finding.class, Map.of("subjectType", type));
    }

    private static JsonNode json(Document document) throws IOException {
        return JSON.readTree(document.json());
    }

    private static List<String> fields(Document document) throws IOException {
        return names(json(document));
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
