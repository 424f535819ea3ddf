/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.NOON;
import static io.fuselink.jobs.Told.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.Channel;
import io.fuselink.events.ConsentBasis;
import io.fuselink.events.Event;
import io.fuselink.events.Evidence;
import io.fuselink.events.Family;
import io.fuselink.events.Finding;
import io.fuselink.events.Health;
import io.fuselink.events.HealthState;
import io.fuselink.events.PolicyVersion;
import io.fuselink.events.RuleState;
import io.fuselink.events.TranscriptSegment;
import io.fuselink.jobs.Told;
import io.fuselink.jobs.order.Bulletin;
import io.fuselink.jobs.policy.PolicyTimeline;
import io.fuselink.jobs.steps.ScoreNumbers.ScorerSource;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.jobs.types.CompactType;
import io.fuselink.models.bundle.ModelRegistry;
import io.fuselink.models.texts.TextScorer;
import io.fuselink.patterns.Detectors;
import io.fuselink.patterns.Limits;
import io.fuselink.patterns.script.ScriptReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithNonKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.BroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a text model concludes from calls that are still going on. */
class ScoreTextsTest {
    private static final String SCAM = "把存款转到安全账户";
    private static final String TALK = "您好，我是这边的工作人员，想跟您核实一下昨天的事情，您现在方便说话吗";
    private static final ScriptReader READER = ScriptReader.standard();

    @TempDir Path folder;

    private ModelRegistry registry;
    private BroadcastOperatorTestHarness<HeardWords, Bulletin, Finding> harness;

    @BeforeEach
    void open() throws Exception {
        registry = new ModelRegistry(folder);
        registry.add(ATextModel.against(SCAM, 1));
        registry.add(ATextModel.against("抓紧时间下载会议软件", 2));
        registry.add(ATextModel.against(SCAM, 3, 99));
        harness =
                new BroadcastOperatorTestHarness<>(
                        new CoBroadcastWithNonKeyedOperator<>(
                                new ScoreTexts(ScorerSource.registry(folder.toString())),
                                List.of(PolicyTimeline.STATE)),
                        1,
                        1,
                        0);
        harness.setup(
                CompactType.forRecord(Finding.class).createSerializer(new SerializerConfigImpl()));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aScamIsFoundAcrossSegmentsAndExplainedWithoutItsWords() throws Exception {
        publish(1, NOON, "texts-v1");

        hears(NOON + SECOND, "texts-v1", TALK, SCAM);

        assertThat(findings())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.detector()).isEqualTo(Detectors.TEXT_MODEL);
                            assertThat(finding.family()).isEqualTo(Family.CONTENT);
                            assertThat(finding.levelCap()).isEqualTo(2);
                            assertThat(finding.subjectTk()).isEqualTo("caller");
                            assertThat(finding.victims()).containsExactly("callee");
                            assertThat(finding.callId()).isEqualTo("call-1");
                            assertThat(finding.modelVersion()).isEqualTo("texts-v1");
                            assertThat(finding.policyVersion()).isEqualTo(1);
                            assertThat(finding.lexiconVersion()).isEqualTo(READER.lexiconVersion());
                        });
        var evidence = new HashMap<String, Evidence>();
        findings().get(0).evidence().forEach(line -> evidence.put(line.code(), line));
        assertThat(evidence.get("TEXT_MODEL_SCORE"))
                .satisfies(line -> assertThat(line.value()).isGreaterThan(line.limit()));
        assertThat(evidence.get("TEXT_MODEL_SEGMENT_2").value()).isGreaterThan(0.5);
        assertThat(evidence.get("TEXT_MODEL_REST"))
                .satisfies(line -> assertThat(line.value()).isLessThan(line.limit()));
        assertThat(findings().toString()).doesNotContain("安全", "账户", "您好");
    }

    @Test
    void ordinaryTalkIsLeftAlone() throws Exception {
        publish(1, NOON, "texts-v1");

        hears(NOON + SECOND, "texts-v1", TALK, "好的，那我就把存折放在您的账户经理那里");

        assertThat(findings()).isEmpty();
    }

    @Test
    void aModelScoresFromItsTimeOnAndBothVersionsStandOnFindings() throws Exception {
        publish(1, NOON + 5 * SECOND, "texts-v1");
        publish(2, NOON + HOUR, "texts-v2");

        hears(NOON, "texts-v1", TALK, SCAM);
        hears(NOON + 5 * SECOND, "texts-v1", TALK, SCAM);
        hears(NOON + HOUR, "texts-v1", TALK, SCAM);
        hears(NOON + HOUR, "texts-v2", TALK, "抓紧时间下载会议软件");

        assertThat(findings())
                .extracting(Finding::at, Finding::modelVersion)
                .containsExactly(
                        tuple(NOON + 5 * SECOND, "texts-v1"), tuple(NOON + HOUR, "texts-v2"));
    }

    @Test
    void aModelThatDoesNotFitIsRefusedWithTheRemedyAndTheOldOneStays() throws Exception {
        publish(1, NOON, "texts-v1");
        publish(2, NOON + SECOND, "texts-v3");
        publish(3, NOON + 2 * SECOND, "texts-v9");

        hears(NOON + 3 * SECOND, "texts-v1", TALK, SCAM);

        assertThat(findings()).hasSize(1);
        assertThat(health())
                .extracting(Health::state)
                .containsExactly(HealthState.ACCEPTED, HealthState.REFUSED, HealthState.REFUSED);
        assertThat(health().get(1).message())
                .contains("stays with texts-v1")
                .contains("retrain with 'train texts'");
        assertThat(health().get(2).message()).contains("publish-model");
    }

    @Test
    void aTenureIsAccusedOnceAnHour() throws Exception {
        publish(1, NOON, "texts-v1");

        hears(NOON + SECOND, "texts-v1", TALK, SCAM);
        hears(NOON + 2 * SECOND, "texts-v1", TALK, SCAM, SCAM);
        hears(NOON + HOUR, "texts-v1", TALK, SCAM);

        assertThat(findings()).hasSize(2);
    }

    @Test
    void itIsInTheShadowUntilAPolicySaysOtherwise() {
        assertThat(Limits.defaults().stateOf(Detectors.TEXT_MODEL)).isEqualTo(RuleState.SHADOW);
        assertThat(
                        Limits.of(
                                        new PolicyVersion(
                                                1,
                                                NOON,
                                                NOON - HOUR,
                                                "duty",
                                                null,
                                                Map.of(Detectors.TEXT_MODEL, RuleState.LIVE)))
                                .stateOf(Detectors.TEXT_MODEL))
                .isEqualTo(RuleState.LIVE);
    }

    private void publish(int version, long validFrom, String textModel) throws Exception {
        harness.processBroadcastElement(
                Bulletin.of(
                        new PolicyVersion(
                                version,
                                validFrom,
                                NOON - HOUR,
                                "duty",
                                null,
                                null,
                                null,
                                null,
                                null,
                                textModel)),
                NOON - HOUR);
    }

    /** A call whose caller says these segments, as a model hears them. */
    private void hears(long at, String label, String... segments) throws Exception {
        var model = TextScorer.of(registry.load(label));
        var heard = new HashMap<Integer, HeardWords.Spoken>();
        TextHit last = null;
        for (int i = 0; i < segments.length; i++) {
            last = MatchText.read(segment(i + 1, at, segments[i]), READER, model);
            heard.put(i + 1, new HeardWords.Spoken(last.words(), last.wordScore()));
        }
        harness.processElement(HeardWords.of(last, heard, 0, 6), at);
    }

    private static Event segment(int segNo, long at, String words) {
        return Told.event(
                "segment-" + segNo + "-" + at,
                at,
                new TranscriptSegment(
                        "call-1",
                        segNo,
                        segNo * 10 * SECOND,
                        segNo * 10 * SECOND + 5 * SECOND,
                        Channel.CALLER,
                        "caller",
                        "callee",
                        words,
                        0.9,
                        null,
                        true,
                        ConsentBasis.values()[0],
                        null));
    }

    private List<Finding> findings() {
        return harness.extractOutputValues();
    }

    private List<Health> health() {
        return harness.getSideOutput(SideOutputs.HEALTH).stream()
                .map(StreamRecord::getValue)
                .toList();
    }
}
