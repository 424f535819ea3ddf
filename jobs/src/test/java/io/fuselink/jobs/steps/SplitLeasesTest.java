/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.Signal;
import io.fuselink.jobs.order.StepHarness;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words that were spoken through somebody's middle numbers, held against who leased them. */
class SplitLeasesTest {
    private static final String LEASE = "corner-store";

    private StepHarness<LeaseVoice, Signal> step;
    private int heard;

    @BeforeEach
    void openStep() throws Exception {
        step = StepHarness.of(new SplitLeases(), LeaseVoice.class, LeaseVoice::leaseKey);
    }

    @AfterEach
    void closeStep() throws Exception {
        step.close();
    }

    @Test
    void twoCrewsInTwoPlacesWhoSellLoansForAShopAreASplitLease() throws Exception {
        for (var i = 0; i < 6; i++) {
            works("agent-" + i, "cell-" + i % 3, NOON);
        }
        speaks("agent-0", "cell-0", NOON + HOUR);
        speaks("agent-1", "cell-1", NOON + 2 * HOUR);
        speaks("agent-2", "cell-2", NOON + 3 * HOUR);
        step.until(NOON + DAY);

        assertThat(step.told())
                .extracting(Signal::code, Signal::subjectTk)
                .containsExactlyInAnyOrder(
                        tuple("LEASE_SCRIPTED", LEASE),
                        tuple("RESALE_SPLIT", LEASE),
                        tuple("RESALE_SPLIT", "agent-0"),
                        tuple("RESALE_SPLIT", "agent-1"));
        assertThat(step.told()).allMatch(s -> s.members().equals(List.of("agent-0", "agent-1")));
    }

    @Test
    void twoClerksOfOneRoomGoAstrayTogether() throws Exception {
        for (var i = 0; i < 4; i++) {
            works("clerk-" + i, "shop", NOON);
        }
        speaks("clerk-0", "shop", NOON + HOUR);
        speaks("clerk-1", "shop", NOON + HOUR + MINUTE);
        step.until(NOON + DAY);

        assertThat(step.told()).extracting(Signal::code).containsExactly("LEASE_SCRIPTED");
    }

    @Test
    void aFewOfManyCouriersDoNotSpeakForTheirCompany() throws Exception {
        for (var i = 0; i < 40; i++) {
            works("courier-" + i, "cell-" + i, NOON + i);
        }
        for (var i = 0; i < 5; i++) {
            speaks("courier-" + i, "cell-" + i, NOON + HOUR + i);
        }
        step.until(NOON + DAY);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void aDayAfterItsLastUseNothingIsRemembered() throws Exception {
        works("agent", "cell", NOON);
        step.until(NOON + HOUR);
        assertThat(step.remembered()).isPositive();

        step.until(NOON + DAY + 2 * HOUR);
        assertThat(step.remembered()).isZero();
    }

    private void works(String number, String cell, long at) throws Exception {
        step.tell(new LeaseVoice(number, LEASE, cell, false, "call-" + heard++, at));
    }

    private void speaks(String number, String cell, long at) throws Exception {
        step.tell(new LeaseVoice(number, LEASE, cell, true, "words-" + heard++, at));
    }
}
