/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import static io.fuselink.patterns.Told.MINUTE;
import static io.fuselink.patterns.Told.TWO_PM;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Family;
import io.fuselink.events.Ids;
import io.fuselink.events.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConclusionsTest {
    @Test
    void unboundCallsConcludeAlone() {
        var signal = told(SignalCode.S14_UNBOUND_CALLS, 8, 5);

        assertThat(Conclusions.of(signal))
                .hasValueSatisfying(
                        finding -> {
                            assertThat(finding.detector()).isEqualTo("unbound-calls");
                            assertThat(finding.subject()).isEqualTo(Told.number("N"));
                            assertThat(finding.levelCap()).isEqualTo(2);
                            assertThat(finding.margin()).isEqualTo(1.6);
                            assertThat(finding.score()).isBetween(0.5, 1.0);
                            assertThat(finding.policyVersion()).isEqualTo(7);
                            assertThat(finding.id())
                                    .isEqualTo(
                                            Ids.finding(
                                                    "unbound-calls", 1, Told.number("N"), TWO_PM));
                            assertThat(finding.evidence())
                                    .singleElement()
                                    .satisfies(
                                            line -> {
                                                assertThat(line.signalId()).isEqualTo(signal.id());
                                                assertThat(line.limit()).isEqualTo(5);
                                                assertThat(line.eventIds())
                                                        .isEqualTo(signal.eventIds());
                                            });
                        });
    }

    @ParameterizedTest
    @EnumSource(
            value = SignalCode.class,
            names = {
                "S01_STRANGER_BURST",
                "POOL_BUSY",
                "POOL_SHARED_INGRESS",
                "VERIFIED_REPORT",
                "EXPIRED_BINDING_CALL",
                "STRANGER_SHORT_CALL",
                "STRANGER_LONG_CALL",
                "SCRIPT_STAGE_THREAT",
                "SCRIPT_STAGE_STEER",
                "SCRIPT_STAGE_TRANSFER"
            })
    void frequencyOneReportAndSingleStepsConcludeNothingAlone(SignalCode code) {
        assertThat(Conclusions.of(told(code, 1_000, 1))).isEmpty();
    }

    @Test
    void onlyAnAuthorityReachesTheHighestLevelAlone() {
        assertThat(Conclusions.all())
                .filteredOn(conclusion -> conclusion.levelCap() == 4)
                .extracting(conclusion -> conclusion.code().family())
                .containsExactly(Family.AUTHORITY);
    }

    @Test
    void aPolicePushCarriesItsCaseAndTheCaseIsNoLinkBetweenNumbers() {
        var push =
                told(SignalCode.POLICE_PUSH, 1, 1)
                        .withContext(null, List.of("CASE:2026-77", "DEVICE:d"));

        assertThat(Conclusions.of(push))
                .hasValueSatisfying(
                        finding -> {
                            assertThat(finding.caseId()).isEqualTo("2026-77");
                            assertThat(finding.linkKeys()).containsExactly("DEVICE:d");
                        });
    }

    @Test
    void aScriptNamesItsCallItsVictimAndItsLexicon() {
        var script =
                told(SignalCode.SCRIPT_SUSPICIOUS, 12, 6)
                        .withCall("call-1", "N", "V")
                        .withLexicon("lexicon-5");

        assertThat(Conclusions.of(script))
                .hasValueSatisfying(
                        finding -> {
                            assertThat(finding.family()).isEqualTo(Family.CONTENT);
                            assertThat(finding.callId()).isEqualTo("call-1");
                            assertThat(finding.victims()).containsExactly("V");
                            assertThat(finding.lexiconVersion()).isEqualTo("lexicon-5");
                            assertThat(finding.members()).isEmpty();
                        });
    }

    @Test
    void aSignalOfAnUnknownCodeConcludesNothing() {
        var unknown =
                Signal.of(
                        "S99_WISH",
                        Family.BEHAVIOUR,
                        Told.number("N"),
                        1,
                        1,
                        TWO_PM,
                        TWO_PM,
                        0,
                        List.of());

        assertThat(Conclusions.of(unknown)).isEmpty();
    }

    private static Signal told(SignalCode code, double value, double limit) {
        return Told.about(code, Told.number("N"), TWO_PM, TWO_PM + 9 * MINUTE, value, limit);
    }
}
