/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.jobs.order.StepHarness;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JoinLeasesTest {
    private StepHarness<LeaseVoice, LeaseVoice> step;

    @BeforeEach
    void openStep() throws Exception {
        step = StepHarness.of(new JoinLeases(), LeaseVoice.class, LeaseVoice::numberTk);
    }

    @AfterEach
    void closeStep() throws Exception {
        step.close();
    }

    @Test
    void wordsAreHeldAgainstTheLeaseTheNumberCalledThrough() throws Exception {
        step.tell(works("agent", "shop", NOON), works("agent", "shop", NOON + MINUTE));
        step.tell(speaks("agent", NOON + 2 * MINUTE));
        step.until(NOON + HOUR);

        assertThat(step.told())
                .extracting(LeaseVoice::leaseKey, LeaseVoice::cellTk, LeaseVoice::speaks)
                .containsExactly(tuple("shop", "cell", false), tuple("shop", "cell", true));
    }

    @Test
    void whenAndWhomItCallsGoesAlongWithItsNews() throws Exception {
        step.tell(
                new LeaseVoice(
                        "agent",
                        "shop",
                        null,
                        false,
                        "call",
                        NOON,
                        null,
                        0,
                        null,
                        null,
                        0b111,
                        List.of(4, 9)));
        step.tell(speaks("agent", NOON + MINUTE));
        step.until(NOON + HOUR);

        assertThat(step.told())
                .extracting(LeaseVoice::speaks, LeaseVoice::hours, LeaseVoice::callees)
                .containsExactly(tuple(false, 0b111, List.of(4, 9)), tuple(true, 0, List.of()));
    }

    @Test
    void itsNewsGoOnOnceInAnHourOfTheClock() throws Exception {
        step.tell(
                works("agent", "shop", NOON + 10 * MINUTE),
                works("agent", "shop", NOON + 50 * MINUTE),
                works("agent", "shop", NOON + HOUR + 5 * MINUTE));
        step.until(NOON + 2 * HOUR);

        assertThat(step.told())
                .extracting(LeaseVoice::at)
                .containsExactly(NOON + 10 * MINUTE, NOON + HOUR + 5 * MINUTE);
    }

    @Test
    void whoCallsThroughNobodysNumbersSpeaksForNobody() throws Exception {
        step.tell(speaks("loner", NOON));
        step.until(NOON + HOUR);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void aDayLaterItWorksForNobody() throws Exception {
        step.tell(works("agent", "shop", NOON));
        step.until(NOON + DAY + 2 * HOUR);

        assertThat(step.remembered()).isZero();
    }

    @Test
    void reportsAreHeldAgainstTheTrunkAndTheLeaseTheNumberCalledThrough() throws Exception {
        step.tell(works("agent", "shop", NOON), behind("agent", "ent-7", NOON + MINUTE));
        step.tell(reported("agent", NOON + 2 * MINUTE));
        step.until(NOON + HOUR);

        assertThat(step.told())
                .filteredOn(LeaseVoice::accuses)
                .extracting(LeaseVoice::door, LeaseVoice::reporter)
                .containsExactly(tuple("LEASE:shop", 7L), tuple("TRUNK:ent-7", 7L));
    }

    @Test
    void whatIsSaidADayAfterItsLastCallIsNobodys() throws Exception {
        step.tell(behind("agent", "ent-7", NOON), works("agent", "shop", NOON + 20 * HOUR));
        step.tell(speaks("agent", NOON + 25 * HOUR));
        step.until(NOON + 26 * HOUR);

        assertThat(step.told())
                .filteredOn(LeaseVoice::accuses)
                .extracting(LeaseVoice::door)
                .containsExactly("LEASE:shop");
    }

    private static LeaseVoice works(String number, String lease, long at) {
        return new LeaseVoice(
                number, lease, "cell", false, "call-" + at, at, null, 0, null, null, 0, List.of());
    }

    private static LeaseVoice speaks(String number, long at) {
        return new LeaseVoice(
                number, null, null, true, "words-" + at, at, null, 0, null, null, 0, List.of());
    }

    private static LeaseVoice behind(String number, String trunk, long at) {
        return new LeaseVoice(
                number, null, null, false, "trunk-" + at, at, trunk, 0, null, null, 0, List.of());
    }

    private static LeaseVoice reported(String number, long at) {
        return new LeaseVoice(
                number, null, null, false, "report-" + at, at, null, 7, null, null, 0, List.of());
    }
}
