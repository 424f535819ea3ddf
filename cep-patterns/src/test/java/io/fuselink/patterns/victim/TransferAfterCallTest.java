/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.victim;

import static io.fuselink.patterns.PatternHarness.findings;
import static io.fuselink.patterns.Told.MINUTE;
import static io.fuselink.patterns.Told.TWO_PM;
import static io.fuselink.patterns.victim.WithinTwoHours.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.Family;
import io.fuselink.events.Signal;
import io.fuselink.patterns.FraudPattern;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.Told;
import org.junit.jupiter.api.Test;

class TransferAfterCallTest implements WithinTwoHours {
    private static final TransferAfterCall PATTERN = new TransferAfterCall();

    private final Signal threat = told(SignalCode.STRANGER_LONG_CALL, "police", TWO_PM);

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
        return Told.about(SignalCode.S19_NEW_PAYEE_TRANSFER, Told.victim("V"), at, at);
    }

    @Override
    public int found() {
        return 2;
    }

    @Test
    void aPaymentAfterARelayAlertsTheVictimAndAccusesWhoHeldThem() throws Exception {
        assertThat(findings(PATTERN, threat, then(TWO_PM + 40 * MINUTE)))
                .extracting(f -> f.subject(), f -> f.levelCap(), f -> f.family())
                .containsExactly(
                        tuple(Told.victim("V"), 1, Family.FUNDS),
                        tuple(Told.number("police"), 3, Family.FUNDS));
    }

    @Test
    void aThreatAloneIsADebtCollectors() throws Exception {
        var collector = told(SignalCode.SCRIPT_STAGE_THREAT, "collector", TWO_PM);

        assertThat(findings(PATTERN, collector, then(TWO_PM + MINUTE))).isEmpty();
    }
}
