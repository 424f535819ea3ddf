/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static io.fuselink.jobs.Told.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.Family;
import io.fuselink.events.Signal;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.order.StepHarness;
import io.fuselink.patterns.Conclusions;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that were spoken through somebody's middle numbers, held against who leased them. */
class SplitLeasesTest {
    private static final String LEASE = "corner-store";
    private static final String TRUNK = "ent-9";

    /** Half past ten in the evening. */
    private static final long NIGHT = NOON + 10 * HOUR + 30 * MINUTE;

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
    void aCrewWhoSpeakByNightWhileTheCouriersRestAreASplitLease() throws Exception {
        couriersByDayAndAgentsByNight(3);
        threeAgentsSpeak(NIGHT);
        step.until(NIGHT + HOUR);

        assertThat(step.told())
                .extracting(Signal::code, Signal::subjectTk)
                .containsExactlyInAnyOrder(
                        tuple("LEASE_SCRIPTED", LEASE), tuple("RESALE_SPLIT", LEASE));
        assertThat(links(LEASE))
                .containsExactly(
                        "LEASE:corner-store",
                        "CREW:hours: 3, 3 of them speak (places unknown; 20-22 h; recipients unknown),"
                                + " 6 others (places unknown; 8-18 h; recipients unknown)");
        assertThat(step.told())
                .filteredOn(s -> s.subjectTk().equals(LEASE) && s.code().equals("RESALE_SPLIT"))
                .map(s -> Conclusions.of(s).orElseThrow().linkKeys())
                .containsExactly(links(LEASE));
    }

    @Test
    void whoWorksByNightUnheardIsCountedToThoseWhoSpeak() throws Exception {
        couriersByDayAndAgentsByNight(4);
        threeAgentsSpeak(NIGHT);
        step.until(NIGHT + HOUR);

        assertThat(links(LEASE)).anyMatch(l -> l.startsWith("CREW:hours: 4, 3 of them speak"));
    }

    @Test
    void inWhateverOrderTheNewsArrivesTheLeaseIsSplit() throws Exception {
        var news = new ArrayList<LeaseVoice>();
        for (var i = 0; i < 3; i++) {
            news.add(saying("agent-" + i, null, NIGHT + i));
            news.add(atWork("agent-" + i, null, NOON + 10 * HOUR, hours(20, 22), List.of()));
        }
        for (var i = 0; i < 6; i++) {
            news.add(atWork("courier-" + i, null, NOON + 6 * HOUR, hours(8, 18), List.of()));
        }
        step.tell(news).until(NIGHT + HOUR);

        assertThat(links(LEASE)).hasSize(2);
    }

    @Test
    void clerksWhoGoAstrayInEverybodysHoursAreOneCrew() throws Exception {
        for (var i = 0; i < 9; i++) {
            works((i < 3 ? "agent-" : "clerk-") + i, null, NIGHT - HOUR, hours(9, 21), List.of());
        }
        threeAgentsSpeak(NIGHT);
        step.until(NIGHT + HOUR);

        assertThat(step.told()).extracting(Signal::code).containsExactly("LEASE_SCRIPTED");
    }

    @ParameterizedTest
    @CsvSource({
        "17, 22, 13, 18, false", // six hours each, two of them in common
        "20,  7,  8, 20, false", // twelve hours each, and the hour in which they change
        "16, 22,  8, 15, false", // changed on the hour
        "16, 22, 23,  8, false", // changed on the hour, at the other end
        "20, 22,  8, 18, true"
    })
    void shiftsThatTakeOverFromEachOtherAreOneCrew(
            int from, int to, int othersFrom, int othersTo, boolean split) throws Exception {
        for (var i = 0; i < 3; i++) {
            works("agent-" + i, null, NIGHT - MINUTE, hours(from, to), List.of());
            works("other-" + i, null, NIGHT - MINUTE, hours(othersFrom, othersTo), List.of());
        }
        threeAgentsSpeak(NIGHT);
        step.until(NIGHT + HOUR);

        assertThat(links(LEASE)).hasSize(split ? 2 : 0);
        assertThat(step.told()).extracting(Signal::subjectTk).containsOnly(LEASE);
    }

    @Test
    void oneWhoStaysLateAmongTenMakesNoHourTheirs() throws Exception {
        for (var i = 0; i < 10; i++) {
            works("courier-" + i, null, NIGHT - MINUTE, hours(8, i == 0 ? 20 : 18), List.of());
        }
        for (var i = 0; i < 5; i++) {
            works("agent-" + i, null, NIGHT - MINUTE, hours(20, 22), List.of());
            speaks("agent-" + i, null, NIGHT + i);
        }
        step.until(NIGHT + HOUR);

        assertThat(links(LEASE)).hasSize(2);
    }

    @Test
    void aNightShiftThatSaysNothingSuspiciousIsAShift() throws Exception {
        couriersByDayAndAgentsByNight(3);
        step.until(NIGHT + HOUR);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void twoByNightAreNoCrewYet() throws Exception {
        for (var i = 0; i < 2; i++) {
            works("agent-" + i, null, NOON + 10 * HOUR, hours(20, 22), List.of());
        }
        for (var i = 0; i < 4; i++) {
            works("courier-" + i, null, NOON + 6 * HOUR, hours(8, 18), List.of());
        }
        speaks("agent-0", null, NIGHT);
        speaks("agent-1", null, NIGHT + MINUTE);
        step.until(NIGHT + HOUR);

        assertThat(step.told()).extracting(Signal::code).containsExactly("LEASE_SCRIPTED");
    }

    @ParameterizedTest
    @CsvSource({"15:59, true", "16:00, false"})
    void hoursOfYesterdayCountUntilTheyComeAgain(LocalTime spoken, boolean split) throws Exception {
        for (var i = 0; i < 6; i++) {
            works("courier-" + i, null, NOON + 6 * HOUR, hours(14, 18), List.of());
        }
        var tomorrow = NOON + DAY;
        for (var i = 0; i < 3; i++) {
            works("agent-" + i, null, tomorrow, hours(9, 12), List.of());
        }
        threeAgentsSpeak(tomorrow + (spoken.toSecondOfDay() - 12 * 3_600) * 1_000L);
        step.until(tomorrow + 5 * HOUR);

        assertThat(links(LEASE).isEmpty()).isNotEqualTo(split);
    }

    @Test
    void aCrewThatWorksThroughOneListNobodyElseCallsIsASplitLease() throws Exception {
        for (var i = 0; i < 3; i++) {
            works("agent-" + i, "room", NOON, hours(10, 12), callees(1, i));
        }
        for (var i = 0; i < 6; i++) {
            works("courier-" + i, "room", NOON, hours(10, 12), ownCallees(i));
        }
        threeAgentsSpeak(NOON + HOUR);
        step.until(NOON + 2 * HOUR);

        assertThat(links(LEASE))
                .containsExactly(
                        "LEASE:corner-store",
                        "CREW:recipients: 3, 3 of them speak (1 place; 10-12 h; recipients 63 % alike),"
                                + " 6 others (1 place; 10-12 h; recipients 0 % alike)");
    }

    @Test
    void threeWhoShareOnlyTheirDispatcherAreNoCrew() throws Exception {
        for (var i = 0; i < 9; i++) {
            var callees = new ArrayList<>(ownCallees(i));
            if (i < 3) {
                callees.set(0, 1);
            }
            works((i < 3 ? "agent-" : "courier-") + i, null, NOON, hours(10, 12), callees);
        }
        threeAgentsSpeak(NOON + HOUR);
        step.until(NOON + 2 * HOUR);

        assertThat(step.told()).extracting(Signal::code).containsExactly("LEASE_SCRIPTED");
    }

    @Test
    void threeWhoCallFewPeopleAreNotComparedByThem() throws Exception {
        for (var i = 0; i < 9; i++) {
            var callees = i < 3 ? callees(1, 0).subList(0, 7) : ownCallees(i);
            works((i < 3 ? "agent-" : "courier-") + i, null, NOON, hours(10, 12), callees);
        }
        threeAgentsSpeak(NOON + HOUR);
        step.until(NOON + 2 * HOUR);

        assertThat(step.told()).extracting(Signal::code).containsExactly("LEASE_SCRIPTED");
    }

    @Test
    void thoseWhoSpeakAreComparedThoughManyMoreAreCountedToThem() throws Exception {
        for (var i = 0; i < 80; i++) {
            var callees = new ArrayList<>(ownCallees(i));
            if (i < 60) {
                callees.set(7, callees(1, 0).get(0));
            }
            works((i < 60 ? "runner-" : "courier-") + i, null, NOON, hours(10, 12), callees);
        }
        for (var i = 0; i < 50; i++) {
            works("agent-" + i, null, NOON, hours(10, 12), callees(1, i));
            speaks("agent-" + i, null, NOON + HOUR + i);
        }
        step.until(NOON + 2 * HOUR);

        assertThat(links(LEASE)).anyMatch(l -> l.startsWith("CREW:recipients: 110"));
    }

    @Test
    void twoFingerprintsThatAgreeAccuseThoseWhoSpeakThoughOneWasTold() throws Exception {
        couriersByDayAndAgentsByNight(3);
        threeAgentsSpeak(NIGHT);
        step.until(NIGHT + MINUTE);
        assertThat(links("agent-0")).isEmpty();

        for (var i = 0; i < 6; i++) {
            works("courier-" + i, null, NIGHT + 2 * MINUTE + i, hours(8, 18), ownCallees(i));
        }
        for (var i = 0; i < 3; i++) {
            works("agent-" + i, null, NIGHT + 2 * MINUTE + i, hours(20, 22), callees(1, i));
        }
        threeAgentsSpeak(NIGHT + 3 * MINUTE);
        step.until(NIGHT + HOUR);
        assertThat(links("agent-0")).containsExactly("LEASE:corner-store");
        assertThat(step.told())
                .filteredOn(s -> s.code().equals("RESALE_SPLIT"))
                .extracting(Signal::subjectTk)
                .containsExactlyInAnyOrder(LEASE, LEASE, "agent-0", "agent-1", "agent-2");
    }

    @Test
    void clerksWhoCallTheCustomersOfTheirShopAreOneCrew() throws Exception {
        for (var i = 0; i < 9; i++) {
            works((i < 3 ? "agent-" : "clerk-") + i, null, NOON, hours(10, 12), callees(1, i));
        }
        threeAgentsSpeak(NOON + HOUR);
        step.until(NOON + 2 * HOUR);

        assertThat(step.told()).extracting(Signal::code).containsExactly("LEASE_SCRIPTED");
    }

    @Test
    void couriersWhoCallEachTheirOwnAreNoCrewByTheirRecipients() throws Exception {
        for (var i = 0; i < 9; i++) {
            works((i < 3 ? "agent-" : "courier-") + i, null, NOON, hours(10, 12), ownCallees(i));
        }
        threeAgentsSpeak(NOON + HOUR);
        step.until(NOON + 2 * HOUR);

        assertThat(step.told()).extracting(Signal::code).containsExactly("LEASE_SCRIPTED");
    }

    @Test
    void aChainOfShopsWhoseClerksSayNothingSuspiciousIsLeftAlone() throws Exception {
        for (var shop = 0; shop < 3; shop++) {
            for (var i = 0; i < 3; i++) {
                works(
                        "clerk-" + shop + i,
                        "shop-" + shop,
                        NOON,
                        hours(8 + shop * 4, 11 + shop * 4),
                        callees(shop, i));
            }
        }
        step.until(NOON + DAY);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void aPolicyMayAskForTwoFingerprints() throws Exception {
        step.policy(policy(2, NOON, Map.of("r56_fingerprints", 2.0), Map.of()));
        couriersByDayAndAgentsByNight(3);
        threeAgentsSpeak(NIGHT);
        step.until(NIGHT + MINUTE);
        assertThat(step.told()).extracting(Signal::code).containsExactly("LEASE_SCRIPTED");

        speaks("agent-0", "cell-0", NIGHT + 2 * MINUTE);
        speaks("agent-1", "cell-1", NIGHT + 3 * MINUTE);
        step.until(NIGHT + HOUR);
        assertThat(links(LEASE))
                .extracting(l -> l.split(": ")[0])
                .contains("CREW:places", "CREW:hours");
        assertThat(step.told())
                .filteredOn(s -> s.code().equals("RESALE_SPLIT"))
                .allMatch(s -> s.value() == 2 && s.limit() == 2);
    }

    private void couriersByDayAndAgentsByNight(int agents) throws Exception {
        for (var i = 0; i < 6; i++) {
            works("courier-" + i, null, NOON + 6 * HOUR, hours(8, 18), List.of());
        }
        for (var i = 0; i < agents; i++) {
            works("agent-" + i, null, NOON + 10 * HOUR, hours(20, 22), List.of());
        }
    }

    private void threeAgentsSpeak(long at) throws Exception {
        for (var i = 0; i < 3; i++) {
            speaks("agent-" + i, null, at + i);
        }
    }

    private List<String> links(String subject) {
        return step.told().stream()
                .filter(s -> s.code().equals("RESALE_SPLIT") && s.subjectTk().equals(subject))
                .flatMap(s -> s.linkKeys().stream())
                .toList();
    }

    @Test
    void aDayAfterItsLastUseNothingIsRemembered() throws Exception {
        works("agent", "cell", NOON, hours(9, 12), ownCallees(1));
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
                        ingress,
                        0,
                        List.of()));
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
                            null,
                            0,
                            List.of()));
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
                        null,
                        0,
                        List.of()));
    }

    private void works(String number, String cell, long at) throws Exception {
        works(number, cell, at, 0, List.of());
    }

    private void works(String number, String cell, long at, int hours, List<Integer> callees)
            throws Exception {
        step.tell(atWork(number, cell, at, hours, callees));
    }

    private LeaseVoice atWork(
            String number, String cell, long at, int hours, List<Integer> callees) {
        return new LeaseVoice(
                number,
                LEASE,
                cell,
                false,
                "call-" + heard++,
                at,
                null,
                0,
                null,
                null,
                hours,
                callees);
    }

    private void speaks(String number, String cell, long at) throws Exception {
        step.tell(saying(number, cell, at));
    }

    private LeaseVoice saying(String number, String cell, long at) {
        return new LeaseVoice(
                number,
                LEASE,
                cell,
                true,
                "words-" + heard++,
                at,
                null,
                0,
                null,
                null,
                0,
                List.of());
    }

    /** The hours of the clock in Beijing from one to another, past midnight too. */
    private static int hours(int from, int to) {
        return IntStream.rangeClosed(from, to < from ? to + 24 : to).map(h -> 1 << h % 24).sum();
    }

    /** Eight people nobody else calls. */
    private static List<Integer> ownCallees(int n) {
        return IntStream.range(0, 8).map(i -> 1_000 * (n + 1) + i).boxed().toList();
    }

    /** Five people of one list, and three more. */
    private static List<Integer> callees(int list, int n) {
        return IntStream.range(0, 8)
                .map(i -> 100_000 * list + (i < 5 ? i : 10 * (n + 1) + i))
                .boxed()
                .toList();
    }
}
