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

class ScriptOverCallsTest {
    private static final ScriptOverCalls PATTERN = new ScriptOverCalls();
    private static final long FIRST = 3 * MINUTE;

    private final Signal threat = said(SignalCode.SCRIPT_STAGE_THREAT, "call-1", "N", FIRST);
    private final Signal transfer = said(SignalCode.SCRIPT_STAGE_TRANSFER, "call-2", "N", 5 * HOUR);

    @Test
    void aThreatAtNoonAndTheMoneyInTheEveningAccuseTheNumberAndAlertTheVictim() throws Exception {
        assertThat(findings(PATTERN, threat, transfer))
                .extracting(f -> f.subject(), Finding::levelCap)
                .containsExactly(tuple(Told.number("N"), 2), tuple(Told.victim("V"), 1));
    }

    @Test
    void theOtherOrderIsAnotherStory() throws Exception {
        assertThat(
                        findings(
                                PATTERN,
                                transfer,
                                said(SignalCode.SCRIPT_STAGE_THREAT, "call-3", "N", 6 * HOUR)))
                .isEmpty();
    }

    @Test
    void twoNumbersAreTwoStories() throws Exception {
        assertThat(
                        findings(
                                PATTERN,
                                threat,
                                said(SignalCode.SCRIPT_STAGE_STEER, "call-2", "M", 5 * HOUR)))
                .isEmpty();
    }

    @Test
    void oneCallIsReadByAnotherPattern() throws Exception {
        assertThat(
                        findings(
                                PATTERN,
                                threat,
                                said(SignalCode.SCRIPT_STAGE_STEER, "call-1", "N", 9 * MINUTE)))
                .isEmpty();
    }

    @Test
    void aCollectorWhoThreatensEveryDayTakesOverNothing() throws Exception {
        assertThat(
                        findings(
                                PATTERN,
                                threat,
                                said(SignalCode.SCRIPT_STAGE_THREAT, "call-2", "N", 5 * HOUR)))
                .isEmpty();
    }

    @Test
    void withinADay() throws Exception {
        var inTime = said(SignalCode.SCRIPT_STAGE_STEER, "call-2", "N", FIRST + 24 * HOUR - 1);
        var tooLate = said(SignalCode.SCRIPT_STAGE_STEER, "call-2", "N", FIRST + 24 * HOUR);

        assertThat(findings(PATTERN, threat, inTime)).hasSize(2);
        assertThat(findings(PATTERN, threat, tooLate)).isEmpty();
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() throws Exception {
        var sameMoment = said(SignalCode.SCRIPT_STAGE_STEER, "call-2", "N", FIRST);

        assertThat(inAnyOrder(PATTERN, threat, sameMoment, transfer))
                .containsOnly(findings(PATTERN, threat, sameMoment, transfer));
    }

    @Test
    void nothingIsRememberedADayLater() throws Exception {
        try (var harness = PatternHarness.of(PATTERN)) {
            harness.tell(threat, transfer).until(transfer.at() + 24 * HOUR);

            assertThat(harness.remembered()).isZero();
        }
    }

    private static Signal said(SignalCode code, String call, String caller, long after) {
        return Told.about(code, Told.victim("V"), TWO_PM + after, TWO_PM + after)
                .withCall(call, caller, "V")
                .withLexicon("lexicon-5");
    }
}
