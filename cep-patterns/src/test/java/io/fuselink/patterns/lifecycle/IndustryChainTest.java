/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.lifecycle;

import static io.fuselink.patterns.PatternHarness.findings;
import static io.fuselink.patterns.PatternHarness.inAnyOrder;
import static io.fuselink.patterns.Told.HOUR;
import static io.fuselink.patterns.Told.MINUTE;
import static io.fuselink.patterns.Told.TWO_PM;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Evidence;
import io.fuselink.events.Signal;
import io.fuselink.patterns.PatternHarness;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.Told;
import org.junit.jupiter.api.Test;

class IndustryChainTest {
    private static final IndustryChain PATTERN = new IndustryChain();
    private static final long DAY = 24 * HOUR;

    private final Signal cards = told(SignalCode.DEALER_BATCH_BUSY, "N", 0);
    private final Signal words = told(SignalCode.SCRIPT_SUSPICIOUS, "N", HOUR);
    private final Signal money = told(SignalCode.MONEY_ARRIVES, "N", 2 * HOUR);

    @Test
    void cardsWordsAndMoneyOfOneNumberAreTheWholeTrade() throws Exception {
        assertThat(findings(PATTERN, cards, words, money))
                .singleElement()
                .satisfies(
                        f -> {
                            assertThat(f.subject()).isEqualTo(Told.number("N"));
                            assertThat(f.levelCap()).isEqualTo(3);
                            assertThat(f.evidence())
                                    .extracting(Evidence::code)
                                    .containsExactly(
                                            "DEALER_BATCH_BUSY",
                                            "SCRIPT_SUSPICIOUS",
                                            "MONEY_ARRIVES");
                        });
    }

    @Test
    void oneLinkOfTheChainMissingIsNoChain() throws Exception {
        assertThat(findings(PATTERN, cards, money)).isEmpty();
        assertThat(findings(PATTERN, cards, words)).isEmpty();
        assertThat(findings(PATTERN, words, money)).isEmpty();
    }

    @Test
    void aLentAccountOfSomebodyElseIsNotItsMoney() throws Exception {
        assertThat(findings(PATTERN, cards, words, told(SignalCode.MONEY_ARRIVES, "M", 2 * HOUR)))
                .isEmpty();
    }

    @Test
    void withinADay() throws Exception {
        assertThat(
                        findings(
                                PATTERN,
                                cards,
                                words,
                                told(SignalCode.MONEY_ARRIVES, "N", DAY - MINUTE)))
                .hasSize(1);
        assertThat(findings(PATTERN, cards, words, told(SignalCode.MONEY_ARRIVES, "N", DAY)))
                .isEmpty();
    }

    @Test
    void arrivalDoesNotMatterAndNothingIsRemembered() throws Exception {
        assertThat(inAnyOrder(PATTERN, cards, words, money))
                .containsOnly(findings(PATTERN, cards, words, money));
        try (var harness = PatternHarness.of(PATTERN)) {
            harness.tell(cards, words).until(TWO_PM + DAY + 2 * HOUR);

            assertThat(harness.remembered()).isZero();
        }
    }

    private static Signal told(SignalCode code, String number, long after) {
        return Told.about(code, Told.number(number), TWO_PM + after, TWO_PM + after);
    }
}
