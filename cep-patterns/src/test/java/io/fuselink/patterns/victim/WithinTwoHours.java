/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.victim;

import static io.fuselink.patterns.PatternHarness.findings;
import static io.fuselink.patterns.PatternHarness.inAnyOrder;
import static io.fuselink.patterns.Told.HOUR;
import static io.fuselink.patterns.Told.MINUTE;
import static io.fuselink.patterns.Told.TWO_PM;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Signal;
import io.fuselink.patterns.FraudPattern;
import io.fuselink.patterns.PatternHarness;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.Told;
import org.junit.jupiter.api.Test;

/** What holds for every pattern in which something befalls a victim within two hours of a first fact. */
interface WithinTwoHours {
    FraudPattern pattern();

    /** What comes first, at two in the afternoon. */
    Signal first();

    /** What follows. */
    Signal then(long at);

    /** How many findings both make. */
    int found();

    /** Told of victim V, whom this caller called. */
    static Signal told(SignalCode code, String caller, long at) {
        return Told.about(code, Told.victim("V"), at, at).withCall("call", caller, "V");
    }

    @Test
    default void withinTwoHours() throws Exception {
        assertThat(findings(pattern(), first(), then(TWO_PM + 2 * HOUR - 1))).hasSize(found());
        assertThat(findings(pattern(), first(), then(TWO_PM + 2 * HOUR))).isEmpty();
    }

    @Test
    default void inThisOrderOnly() throws Exception {
        assertThat(findings(pattern(), then(TWO_PM - MINUTE), first())).isEmpty();
    }

    @Test
    default void theSecondAloneSaysNothing() throws Exception {
        assertThat(findings(pattern(), then(TWO_PM), then(TWO_PM + MINUTE))).isEmpty();
    }

    @Test
    default void arrivalWithinTheInstantDoesNotMatter() throws Exception {
        assertThat(findings(pattern(), first(), then(TWO_PM))).hasSize(found());
        assertThat(inAnyOrder(pattern(), first(), then(TWO_PM), then(TWO_PM + HOUR)))
                .containsOnly(findings(pattern(), first(), then(TWO_PM), then(TWO_PM + HOUR)));
    }

    @Test
    default void nothingIsRememberedTwoHoursLater() throws Exception {
        try (var harness = PatternHarness.of(pattern())) {
            harness.tell(first()).until(TWO_PM + 3 * HOUR);

            assertThat(harness.remembered()).isZero();
        }
    }
}
