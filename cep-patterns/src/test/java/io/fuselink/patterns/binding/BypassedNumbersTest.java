/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.binding;

import static io.fuselink.patterns.PatternHarness.findings;
import static io.fuselink.patterns.PatternHarness.inAnyOrder;
import static io.fuselink.patterns.Told.HOUR;
import static io.fuselink.patterns.Told.TWO_PM;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.patterns.PatternHarness;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.Told;
import org.junit.jupiter.api.Test;

class BypassedNumbersTest {
    private static final BypassedNumbers PATTERN = new BypassedNumbers();
    private static final long WEEK = 7 * 24 * HOUR;

    @Test
    void threePeopleWhoWereReachedOnlyThroughMiddleNumbersAreCalledDirectly() throws Exception {
        assertThat(findings(PATTERN, calls("anna", 0), calls("ben", HOUR), calls("cleo", 2 * HOUR)))
                .singleElement()
                .satisfies(
                        f -> {
                            assertThat(f.subject().tk()).isEqualTo("shop");
                            assertThat(f.victims()).containsExactly("anna", "ben", "cleo");
                        });
    }

    @Test
    void whoGaveTheirNumberAwayAreTwo() throws Exception {
        assertThat(findings(PATTERN, calls("anna", 0), calls("ben", HOUR), calls("anna", 2 * HOUR)))
                .isEmpty();
    }

    @Test
    void withinAWeek() throws Exception {
        assertThat(findings(PATTERN, calls("anna", 0), calls("ben", HOUR), calls("cleo", WEEK - 1)))
                .hasSize(1);
        assertThat(findings(PATTERN, calls("anna", 0), calls("ben", HOUR), calls("cleo", WEEK)))
                .isEmpty();
    }

    @Test
    void arrivalDoesNotMatterAndNothingIsRemembered() throws Exception {
        var told = findings(PATTERN, calls("anna", 0), calls("ben", 1), calls("cleo", 2));
        assertThat(inAnyOrder(PATTERN, calls("anna", 0), calls("ben", 1), calls("cleo", 2)))
                .containsOnly(told);
        assertThat(findings(PATTERN, calls("anna", 0), calls("ben", 0), calls("cleo", 0)))
                .as("at one instant")
                .hasSize(1);
        try (var harness = PatternHarness.of(PATTERN)) {
            harness.tell(calls("anna", 0)).until(TWO_PM + WEEK);

            assertThat(harness.remembered()).isZero();
        }
    }

    private static Signal calls(String person, long after) {
        return Told.about(
                        SignalCode.BYPASS_DIRECT,
                        Subject.number("shop", 1),
                        TWO_PM + after,
                        TWO_PM + after)
                .withCall("call-" + person, "shop", person);
    }
}
