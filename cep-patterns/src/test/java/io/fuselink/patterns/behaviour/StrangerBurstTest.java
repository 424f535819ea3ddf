/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.behaviour;

import static io.fuselink.patterns.PatternHarness.findings;
import static io.fuselink.patterns.PatternHarness.inAnyOrder;
import static io.fuselink.patterns.Told.HOUR;
import static io.fuselink.patterns.Told.MINUTE;
import static io.fuselink.patterns.Told.TWO_PM;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Family;
import io.fuselink.events.Finding;
import io.fuselink.events.Ids;
import io.fuselink.events.Signal;
import io.fuselink.patterns.PatternHarness;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.Told;
import org.junit.jupiter.api.Test;

class StrangerBurstTest {
    private static final StrangerBurst PATTERN = new StrangerBurst();

    private final Signal first = burst("N", TWO_PM, TWO_PM + 10 * MINUTE, 60);
    private final Signal next = burst("N", TWO_PM + HOUR, TWO_PM + 65 * MINUTE, 50);

    @Test
    void twoHoursOfBurstsAreAFinding() throws Exception {
        assertThat(findings(PATTERN, first, next))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.subject()).isEqualTo(Told.number("N"));
                            assertThat(finding.family()).isEqualTo(Family.BEHAVIOUR);
                            assertThat(finding.levelCap()).isEqualTo(2);
                            assertThat(finding.margin()).isEqualTo(50.0 / 40);
                            assertThat(finding.evidence()).hasSize(2);
                            assertThat(finding.at()).isEqualTo(next.at());
                            assertThat(finding.id())
                                    .isEqualTo(
                                            Ids.finding(
                                                    "stranger-burst", 1, Told.number("N"), TWO_PM));
                        });
    }

    @Test
    void oneHourOfItIsNot() throws Exception {
        assertThat(findings(PATTERN, first)).isEmpty();
    }

    @Test
    void theSameCallsSeenAcrossTheFullHourAreNotASecondHour() throws Exception {
        var before = burst("N", TWO_PM, TWO_PM + 55 * MINUTE, 45);
        var after = burst("N", TWO_PM + HOUR, TWO_PM + 61 * MINUTE, 45);

        assertThat(findings(PATTERN, before, after)).isEmpty();
    }

    @Test
    void anHourOfRestBetweenThemBreaksTheRow() throws Exception {
        var later = burst("N", TWO_PM + 2 * HOUR, TWO_PM + 2 * HOUR + 5 * MINUTE, 50);

        assertThat(findings(PATTERN, first, later)).isEmpty();
    }

    @Test
    void twoNumbersDoNotMakeOneRow() throws Exception {
        var other = burst("M", TWO_PM + HOUR, TWO_PM + 65 * MINUTE, 50);

        assertThat(findings(PATTERN, first, other)).isEmpty();
    }

    @Test
    void aLongDayIsOneFindingPerRowOfHoursNotOnePerPair() throws Exception {
        var third = burst("N", TWO_PM + 2 * HOUR, TWO_PM + 125 * MINUTE, 50);
        var fourth = burst("N", TWO_PM + 3 * HOUR, TWO_PM + 185 * MINUTE, 50);

        assertThat(findings(PATTERN, first, next, third, fourth))
                .extracting(Finding::windowStart)
                .containsExactly(TWO_PM, TWO_PM + HOUR, TWO_PM + 2 * HOUR);
    }

    @Test
    void arrivalDoesNotMatter() throws Exception {
        assertThat(inAnyOrder(PATTERN, first, next)).containsOnly(findings(PATTERN, first, next));
    }

    @Test
    void nothingIsRememberedTwoHoursLater() throws Exception {
        try (var harness = PatternHarness.of(PATTERN)) {
            harness.tell(first).until(first.at() + 2 * HOUR - 1);
            assertThat(harness.remembered()).isPositive();

            harness.until(first.at() + 2 * HOUR);
            assertThat(harness.remembered()).isZero();
        }
    }

    private static Signal burst(String number, long hour, long at, int calls) {
        return Told.about(SignalCode.S01_STRANGER_BURST, Told.number(number), hour, at, calls, 40);
    }
}
