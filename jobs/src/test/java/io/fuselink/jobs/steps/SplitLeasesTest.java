/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.Family;
import io.fuselink.events.Signal;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.order.StepHarness;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words that were spoken through somebody's middle numbers, held against who leased them. */
class SplitLeasesTest {
    private static final String LEASE = "corner-store";
    private static final String TRUNK = "ent-9";

    private StepHarness<LeaseVoice, Signal> step;
    private int heard;

    @BeforeEach
    void openStep() throws Exception {
        step = StepHarness.of(new SplitLeases(), LeaseVoice.class, LeaseVoice::door);
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

    @Test
    void aTrunkWhoseNumbersTakeTurnsWithOneScriptIsToldThoughNoneOfThemSpeaksTwice()
            throws Exception {
        for (var i = 0; i < 20; i++) {
            tellTrunk("number-" + i, false, 0, NOON + i);
        }
        for (var i = 0; i < 4; i++) {
            tellTrunk("number-" + i, true, 0, NOON + HOUR + i);
        }
        step.until(NOON + 2 * HOUR);
        assertThat(step.told()).isEmpty();

        tellTrunk("number-4", true, 0, NOON + 3 * HOUR);
        step.until(NOON + 4 * HOUR);
        assertThat(step.told())
                .extracting(Signal::code, Signal::subjectType, Signal::subjectTk)
                .containsExactly(tuple("TRUNK_SCRIPTED", SubjectType.TRUNK, TRUNK));
    }

    @Test
    void fiveOperatorsOfACallCentreOfFiftyDoNotSpeakForIt() throws Exception {
        for (var i = 0; i < 50; i++) {
            tellTrunk("operator-" + i, false, 0, NOON + i);
        }
        for (var i = 0; i < 5; i++) {
            tellTrunk("operator-" + i, true, 0, NOON + HOUR + i);
        }
        step.until(NOON + DAY);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void fivePeopleWhoReportFiveNumbersOfOneTrunkAgree() throws Exception {
        for (var i = 0; i < 30; i++) {
            tellTrunk("number-" + i, false, 0, NOON + i);
        }
        for (var i = 0; i < 5; i++) {
            tellTrunk("number-" + i, false, 100 + i, NOON + HOUR + i);
        }
        step.until(NOON + 2 * HOUR);

        assertThat(step.told())
                .extracting(Signal::code, Signal::family)
                .containsExactly(tuple("DOOR_REPORTED", Family.REPORTS));
        assertThat(step.told().get(0).members()).hasSize(5);
    }

    @Test
    void aTrunkThatShowsRegionsAllOverTheCountryAndNotItsOwnIsTold() throws Exception {
        for (var i = 0; i < 12; i++) {
            shows("number-" + i, 11 + i % 8, "44", NOON + i);
        }
        step.until(NOON + HOUR);

        assertThat(step.told())
                .extracting(Signal::code, Signal::family, Signal::subjectTk)
                .containsExactly(tuple("REGION_CHOSEN", Family.DEVICE, TRUNK));
        assertThat(step.told().get(0).value()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void aCompanyThatShowsItsSeatOrAFewBranchesOrComesInAnywhereIsLeftAlone() throws Exception {
        for (var i = 0; i < 40; i++) {
            shows("seat-" + i, 11, "44", NOON + i);
        }
        for (var i = 0; i < 40; i++) {
            shows("branch-" + i, 11 + i % 4, "44", NOON + HOUR + i);
        }
        for (var i = 0; i < 40; i++) {
            shows("unknown-" + i, 11 + i % 8, null, NOON + 2 * HOUR + i);
        }
        step.until(NOON + DAY);

        assertThat(step.told()).isEmpty();
    }

    private void shows(String number, int province, String ingress, long at) throws Exception {
        step.tell(
                new LeaseVoice(
                        number,
                        null,
                        null,
                        false,
                        "trunk-" + heard++,
                        at,
                        TRUNK,
                        0,
                        String.valueOf(province),
                        ingress));
    }

    @Test
    void onePersonWhoReportsAllTheyWereCalledByIsOneVoice() throws Exception {
        for (var i = 0; i < 10; i++) {
            tellTrunk("number-" + i, false, 100, NOON + i);
        }
        step.until(NOON + DAY);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void aFewMistakenReportsOfAHundredCouriersAccuseNobody() throws Exception {
        for (var i = 0; i < 100; i++) {
            works("courier-" + i, "cell-" + i, NOON + i);
        }
        for (var i = 0; i < 9; i++) {
            step.tell(
                    new LeaseVoice(
                            "courier-" + i,
                            LEASE,
                            null,
                            false,
                            "report-" + heard++,
                            NOON + HOUR + i,
                            null,
                            100 + i,
                            null,
                            null));
        }
        step.until(NOON + DAY);

        assertThat(step.told()).isEmpty();
    }

    private void tellTrunk(String number, boolean speaks, long reporter, long at) throws Exception {
        step.tell(
                new LeaseVoice(
                        number,
                        null,
                        null,
                        speaks,
                        "trunk-" + heard++,
                        at,
                        TRUNK,
                        reporter,
                        null,
                        null));
    }

    private void works(String number, String cell, long at) throws Exception {
        step.tell(
                new LeaseVoice(
                        number, LEASE, cell, false, "call-" + heard++, at, null, 0, null, null));
    }

    private void speaks(String number, String cell, long at) throws Exception {
        step.tell(
                new LeaseVoice(
                        number, LEASE, cell, true, "words-" + heard++, at, null, 0, null, null));
    }
}
