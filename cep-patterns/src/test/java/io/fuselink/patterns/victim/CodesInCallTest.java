/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.victim;

import static io.fuselink.patterns.PatternHarness.findings;
import static io.fuselink.patterns.PatternHarness.inAnyOrder;
import static io.fuselink.patterns.Told.HOUR;
import static io.fuselink.patterns.Told.MINUTE;
import static io.fuselink.patterns.Told.TWO_PM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.Signal;
import io.fuselink.patterns.PatternHarness;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.Told;
import org.junit.jupiter.api.Test;

class CodesInCallTest {
    private static final CodesInCall PATTERN = new CodesInCall();

    private final Signal threat = told(SignalCode.SCRIPT_STAGE_STEER, "police", TWO_PM);

    @Test
    void withinTwoHours() throws Exception {
        assertThat(findings(PATTERN, threat, then(TWO_PM + 2 * HOUR - 1))).hasSize(2);
        assertThat(findings(PATTERN, threat, then(TWO_PM + 2 * HOUR))).isEmpty();
    }

    @Test
    void inThisOrderOnly() throws Exception {
        assertThat(findings(PATTERN, then(TWO_PM - MINUTE), threat)).isEmpty();
    }

    @Test
    void arrivalWithinTheInstantDoesNotMatter() throws Exception {
        assertThat(findings(PATTERN, threat, then(TWO_PM))).hasSize(2);
        assertThat(inAnyOrder(PATTERN, threat, then(TWO_PM), then(TWO_PM + HOUR)))
                .containsOnly(findings(PATTERN, threat, then(TWO_PM), then(TWO_PM + HOUR)));
    }

    @Test
    void nothingIsRememberedTwoHoursLater() throws Exception {
        try (var harness = PatternHarness.of(PATTERN)) {
            harness.tell(threat).until(TWO_PM + 3 * HOUR);

            assertThat(harness.remembered()).isZero();
        }
    }

    @Test
    void codesWhileAScriptIsReadAlertTheVictimAndAccuseTheCaller() throws Exception {
        assertThat(findings(PATTERN, threat, then(TWO_PM + 12 * MINUTE)))
                .extracting(f -> f.subject(), f -> f.levelCap())
                .containsExactly(tuple(Told.victim("V"), 1), tuple(Told.number("police"), 2));
    }

    @Test
    void codesWhileSomebodyElseIsOnTheLineSayNothing() throws Exception {
        var grandchild = told(SignalCode.S18_CODES_IN_CALL, "grandchild", TWO_PM + MINUTE);

        assertThat(findings(PATTERN, threat, grandchild)).isEmpty();
    }

    @Test
    void codesAloneSayNothing() throws Exception {
        assertThat(findings(PATTERN, then(TWO_PM), then(TWO_PM + MINUTE))).isEmpty();
    }

    private static Signal then(long at) {
        return told(SignalCode.S18_CODES_IN_CALL, "police", at);
    }

    private static Signal told(SignalCode code, String caller, long at) {
        return Told.about(code, Told.victim("V"), at, at).withCall("call", caller, "V");
    }
}
