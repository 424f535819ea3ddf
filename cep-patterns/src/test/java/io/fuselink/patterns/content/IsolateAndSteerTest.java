/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.content;

import static io.fuselink.patterns.PatternHarness.findings;
import static io.fuselink.patterns.PatternHarness.inAnyOrder;
import static io.fuselink.patterns.Told.HOUR;
import static io.fuselink.patterns.Told.MINUTE;
import static io.fuselink.patterns.Told.TWO_PM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fuselink.events.Finding;
import io.fuselink.events.Signal;
import io.fuselink.patterns.PatternHarness;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.Told;
import org.junit.jupiter.api.Test;

class IsolateAndSteerTest {
    private static final IsolateAndSteer PATTERN = new IsolateAndSteer();

    private final Signal threat = said(SignalCode.SCRIPT_STAGE_THREAT, "call-1", 3 * MINUTE);
    private final Signal steer = said(SignalCode.SCRIPT_STAGE_STEER, "call-1", 20 * MINUTE);
    private final Signal transfer = said(SignalCode.SCRIPT_STAGE_TRANSFER, "call-1", 30 * MINUTE);

    @Test
    void aThreatAndThenTheScreenAccuseTheCallerAndAlertTheVictim() throws Exception {
        assertThat(findings(PATTERN, threat, steer))
                .extracting(f -> f.subject(), Finding::levelCap, Finding::callId)
                .containsExactly(
                        tuple(Told.number("N"), 3, "call-1"), tuple(Told.victim("V"), 1, "call-1"));
    }

    @Test
    void aThreatAndThenTheMoneyDoToo() throws Exception {
        assertThat(findings(PATTERN, threat, transfer))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.lexiconVersion()).isEqualTo("lexicon-5"));
    }

    @Test
    void allThreeStagesAreStillOneMatch() throws Exception {
        assertThat(findings(PATTERN, threat, steer, transfer)).hasSize(2);
    }

    @Test
    void anEarlierThreatOfAnotherCallDoesNotHoldTheAlertBack() throws Exception {
        var earlier = said(SignalCode.SCRIPT_STAGE_THREAT, "call-0", MINUTE);
        try (var harness = PatternHarness.of(PATTERN)) {
            harness.tell(earlier, threat, steer).until(steer.at());

            assertThat(harness.findings()).hasSize(2);
        }
    }

    @Test
    void threateningAloneOrAskingAloneIsNot() throws Exception {
        assertThat(findings(PATTERN, threat)).isEmpty();
        assertThat(findings(PATTERN, steer, transfer)).isEmpty();
    }

    @Test
    void askingFirstAndThreateningLaterIsAnotherOrder() throws Exception {
        assertThat(findings(PATTERN, steer, said(SignalCode.SCRIPT_STAGE_THREAT, "call-1", HOUR)))
                .isEmpty();
    }

    @Test
    void stagesOfTwoCallsAreTwoStories() throws Exception {
        assertThat(
                        findings(
                                PATTERN,
                                threat,
                                said(SignalCode.SCRIPT_STAGE_TRANSFER, "call-2", 30 * MINUTE)))
                .isEmpty();
    }

    @Test
    void withinTwoHours() throws Exception {
        var inTime = said(SignalCode.SCRIPT_STAGE_STEER, "call-1", 3 * MINUTE + 2 * HOUR - 1);
        var tooLate = said(SignalCode.SCRIPT_STAGE_STEER, "call-1", 3 * MINUTE + 2 * HOUR);

        assertThat(findings(PATTERN, threat, inTime)).hasSize(2);
        assertThat(findings(PATTERN, threat, tooLate)).isEmpty();
    }

    @Test
    void wordsOfOneSegmentAreReadInTheOrderOfTheScript() throws Exception {
        var sameBreath = said(SignalCode.SCRIPT_STAGE_STEER, "call-1", 3 * MINUTE);

        assertThat(inAnyOrder(PATTERN, threat, sameBreath))
                .containsOnly(findings(PATTERN, threat, sameBreath))
                .allSatisfy(found -> assertThat(found).hasSize(2));
    }

    @Test
    void wordsThatNameNoCallerOrNoCallAccuseNobody() {
        assertThat(PATTERN.concerns(threat.withCall("call-1", null, "V"))).isFalse();
        assertThat(PATTERN.concerns(threat.withCall(null, "N", "V"))).isFalse();
    }

    @Test
    void nothingIsRememberedTwoHoursLater() throws Exception {
        try (var harness = PatternHarness.of(PATTERN)) {
            harness.tell(threat, steer, threat.about(Told.victim("W")));
            harness.until(steer.at() + 2 * HOUR);

            assertThat(harness.remembered()).isZero();
        }
    }

    private static Signal said(SignalCode code, String call, long after) {
        return Told.about(code, Told.victim("V"), TWO_PM + after, TWO_PM + after)
                .withCall(call, "N", "V")
                .withLexicon("lexicon-5");
    }
}
