/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.victim;

import static io.fuselink.patterns.PatternHarness.findings;
import static io.fuselink.patterns.Told.MINUTE;
import static io.fuselink.patterns.Told.TWO_PM;
import static io.fuselink.patterns.victim.WithinTwoHours.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.Signal;
import io.fuselink.patterns.FraudPattern;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.Told;
import org.junit.jupiter.api.Test;

class CodesInCallTest implements WithinTwoHours {
    private static final CodesInCall PATTERN = new CodesInCall();

    private final Signal threat = told(SignalCode.SCRIPT_STAGE_STEER, "police", TWO_PM);

    @Override
    public FraudPattern pattern() {
        return PATTERN;
    }

    @Override
    public Signal first() {
        return threat;
    }

    @Override
    public Signal then(long at) {
        return told(SignalCode.S18_CODES_IN_CALL, "police", at);
    }

    @Override
    public int found() {
        return 2;
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
}
