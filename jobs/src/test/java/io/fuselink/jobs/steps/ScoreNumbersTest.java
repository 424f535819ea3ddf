/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.Evidence;
import io.fuselink.events.Family;
import io.fuselink.events.Finding;
import io.fuselink.events.Health;
import io.fuselink.events.HealthKind;
import io.fuselink.events.HealthState;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.PolicyVersion;
import io.fuselink.events.Speech;
import io.fuselink.jobs.order.Bulletin;
import io.fuselink.jobs.policy.PolicyTimeline;
import io.fuselink.jobs.steps.ScoreNumbers.ScorerSource;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.jobs.types.CompactType;
import io.fuselink.models.bundle.ModelRegistry;
import io.fuselink.models.features.FeatureSchema;
import io.fuselink.models.features.NumberFeatures;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithNonKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.BroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that accuse by one column alone, so that it is plain who has spoken. */
class ScoreNumbersTest {
    private static final FeatureSchema SCHEMA = NumberFeatures.SCHEMA;
    private static final long NINE = 1_772_413_200_000L;
    private static final long HOUR_MS = 3_600_000;

    @TempDir Path folder;

    private BroadcastOperatorTestHarness<NumberSnapshot, Bulletin, Finding> harness;

    @BeforeEach
    void open() throws Exception {
        var registry = new ModelRegistry(folder);
        registry.add(ANumberModel.accusesFrom(100, 1, SCHEMA));
        registry.add(ANumberModel.accusesFrom(10, 2, SCHEMA));
        registry.add(
                ANumberModel.accusesFrom(
                        10, 3, new FeatureSchema("numbers", 99, SCHEMA.features())));
        registry.crown("numbers-v1");
        harness = harness();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aPublishedModelScoresFromItsTimeOnAndNotAMomentBefore() throws Exception {
        publish(1, NINE + 5_000, "numbers-v2", null);

        calls("a", 50, NINE + 4_999);
        calls("b", 50, NINE + 5_000);
        calls("c", 200, NINE + 4_000);

        assertThat(findings())
                .extracting(Finding::subjectTk, Finding::modelVersion, Finding::policyVersion)
                .containsExactly(tuple("b", "numbers-v2", 1), tuple("c", "numbers-v1", 0));
        assertThat(health(HealthKind.MODEL))
                .singleElement()
                .satisfies(
                        said -> {
                            assertThat(said.state()).isEqualTo(HealthState.ACCEPTED);
                            assertThat(said.scope()).isEqualTo("numbers-v2");
                        });
    }

    @Test
    void aModelThatDoesNotFitIsRefusedWithTheRemedyAndTheOldOneStays() throws Exception {
        publish(1, NINE + 5_000, "numbers-v3", null);
        publish(2, NINE + 6_000, "numbers-v7", null);

        calls("a", 200, NINE + 7_000);

        assertThat(findings()).extracting(Finding::modelVersion).containsExactly("numbers-v1");
        assertThat(health(HealthKind.MODEL))
                .extracting(Health::state)
                .containsOnly(HealthState.REFUSED);
        assertThat(health(HealthKind.MODEL).get(0).message())
                .contains("stays with numbers-v1")
                .contains("has feature schema v99, code has v2: retrain");
        assertThat(health(HealthKind.MODEL).get(1).message()).contains("publish-model");
    }

    @Test
    void aRollBackIsAnotherVersion() throws Exception {
        publish(1, NINE + 5_000, "numbers-v2", null);
        publish(2, NINE + 9_000, "numbers-v1", null);

        calls("a", 50, NINE + 8_999);
        calls("b", 50, NINE + 9_000);

        assertThat(findings()).extracting(Finding::subjectTk).containsExactly("a");
    }

    @Test
    void aChallengerIsComparedAndNeverConcludes() throws Exception {
        publish(1, NINE + 5_000, null, "numbers-v2");
        for (int i = 0; i < 8_000; i++) {
            calls("n" + i, i % 2 == 0 ? 5 : 50, NINE + 5_000 + i);
        }
        calls("later", 5, NINE + 2 * HOUR_MS);

        assertThat(findings()).isEmpty();
        assertThat(health(HealthKind.MODEL_AGREEMENT))
                .singleElement()
                .satisfies(
                        said -> {
                            assertThat(said.value()).isEqualTo(0.5);
                            assertThat(said.state()).isEqualTo(HealthState.DRIFTED);
                            assertThat(said.scope()).isEqualTo("numbers-v1 numbers-v2");
                        });
    }

    @Test
    void whatTheModelHasNeverSeenSoOftenIsDrift() throws Exception {
        for (int i = 0; i < 8_000; i++) {
            calls("n" + i, 90, NINE + i);
        }
        calls("later", 5, NINE + 2 * HOUR_MS);

        assertThat(health(HealthKind.MODEL_DRIFT))
                .hasSize(SCHEMA.width() + 1)
                .filteredOn(said -> said.scope().equals("numbers-v1 attempts_24h"))
                .singleElement()
                .satisfies(said -> assertThat(said.state()).isEqualTo(HealthState.DRIFTED));
    }

    @Test
    void aFindingSaysWhichBlockAccusesAndWhatWouldHaveBeenEnough() throws Exception {
        calls("a", 200, NINE);

        var evidence = findings().get(0).evidence();
        assertThat(evidence)
                .extracting(Evidence::code)
                .contains(
                        "NUMBER_MODEL_SCORE",
                        "NUMBER_MODEL_BLOCK_FREQUENCY",
                        "NUMBER_MODEL_CHANGE_ATTEMPTS_24H");
        assertThat(evidence)
                .filteredOn(e -> e.code().startsWith("NUMBER_MODEL_CHANGE"))
                .singleElement()
                .satisfies(
                        e -> {
                            assertThat(Math.round(e.value())).isEqualTo(200);
                            assertThat(e.limit()).isBetween(99.0, 100.0);
                        });
    }

    @Test
    void whatIsEnoughWithoutAWordIsBehaviourAndWhatNeedsTheWordsIsContent() throws Exception {
        var registry = new ModelRegistry(folder);
        registry.add(ANumberModel.accusesFrom("script_stages_24h", 2, 4, SCHEMA));
        publish(1, NINE + 5_000, "numbers-v4", null);
        publish(2, NINE + HOUR_MS, "numbers-v1", null);
        var heard = new Speech(1, 3, 12.5, 0, Double.NaN);

        harness.processElement(ANumberModel.profile("words", 5, heard, NINE + 5_000), NINE + 5_000);
        harness.processElement(
                ANumberModel.profile("deeds", 200, heard, NINE + HOUR_MS), NINE + HOUR_MS);
        calls("unheard", 5, NINE + 6_000);

        assertThat(findings())
                .extracting(Finding::subjectTk, Finding::family)
                .containsExactly(tuple("words", Family.CONTENT), tuple("deeds", Family.BEHAVIOUR));
        assertThat(findings().get(0).evidence())
                .extracting(Evidence::family)
                .containsOnly(Family.CONTENT);
        assertThat(findings().get(0).evidence())
                .extracting(Evidence::code)
                .contains("NUMBER_MODEL_BLOCK_CONTENT", "NUMBER_MODEL_CHANGE_SCRIPT_STAGES_24H");
    }

    @Test
    void aTenureIsAccusedOnceAnHour() throws Exception {
        calls("a", 200, NINE);
        calls("a", 201, NINE + 1_000);
        calls("a", 202, NINE + HOUR_MS);

        assertThat(findings()).hasSize(2);
    }

    @Test
    void theModelInForceSurvivesARestart() throws Exception {
        publish(1, NINE + 5_000, "numbers-v2", null);
        var state = harness.snapshot(1, NINE + 1_000);
        harness.close();
        harness = closed();
        harness.initializeState(state);
        harness.open();

        calls("b", 50, NINE + 6_000);

        assertThat(findings()).extracting(Finding::modelVersion).containsExactly("numbers-v2");
    }

    private BroadcastOperatorTestHarness<NumberSnapshot, Bulletin, Finding> harness()
            throws Exception {
        var open = closed();
        open.open();
        return open;
    }

    private BroadcastOperatorTestHarness<NumberSnapshot, Bulletin, Finding> closed()
            throws Exception {
        var harness =
                new BroadcastOperatorTestHarness<>(
                        new CoBroadcastWithNonKeyedOperator<>(
                                new ScoreNumbers(ScorerSource.registry(folder.toString())),
                                List.of(PolicyTimeline.STATE)),
                        1,
                        1,
                        0);
        harness.setup(
                CompactType.forRecord(Finding.class).createSerializer(new SerializerConfigImpl()));
        return harness;
    }

    private void publish(int version, long validFrom, String model, String challenger)
            throws Exception {
        harness.processBroadcastElement(
                Bulletin.of(
                        new PolicyVersion(
                                version,
                                validFrom,
                                NINE,
                                "duty",
                                null,
                                null,
                                null,
                                model,
                                challenger,
                                null)),
                NINE);
    }

    private void calls(String tk, int attempts, long at) throws Exception {
        harness.processElement(ANumberModel.profile(tk, attempts, at), at);
    }

    private List<Finding> findings() {
        return harness.extractOutputValues();
    }

    private List<Health> health(HealthKind kind) {
        var said = harness.getSideOutput(SideOutputs.HEALTH);
        return said == null
                ? List.of()
                : said.stream()
                        .map(StreamRecord::getValue)
                        .filter(health -> health.kind() == kind)
                        .toList();
    }
}
