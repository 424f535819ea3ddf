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

class IsolationTest implements WithinTwoHours {
    private static final Isolation PATTERN = new Isolation();

    private final Signal threat = told(SignalCode.SCRIPT_STAGE_THREAT, "police", TWO_PM);

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
        return told(SignalCode.S21_FORWARDED, "somebody", at);
    }

    @Override
    public int found() {
        return 1;
    }

    @Test
    void whoIsThreatenedAndThenForwardsAllCallsIsAVictimAndNobodyIsAccused() throws Exception {
        assertThat(findings(PATTERN, threat, then(TWO_PM + MINUTE)))
                .extracting(f -> f.subject(), f -> f.levelCap())
                .containsExactly(tuple(Told.victim("V"), 1));
    }

    @Test
    void soIsWhoDoesNotTakeTheWarningLinesCall() throws Exception {
        var missed = told(SignalCode.S21_WARNING_MISSED, "96110", TWO_PM + MINUTE);

        assertThat(findings(PATTERN, threat, missed)).hasSize(1);
    }
}
