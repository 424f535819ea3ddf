/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Event;
import io.fuselink.events.Family;
import io.fuselink.events.Feed;
import io.fuselink.events.Instruction;
import io.fuselink.events.Page;
import io.fuselink.events.Receipt;
import io.fuselink.events.ReceiptState;
import io.fuselink.events.ReportCategory;
import io.fuselink.events.Signal;
import io.fuselink.events.SmsMeta;
import io.fuselink.events.SmsSender;
import io.fuselink.events.SmsTemplate;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.Told;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.order.StepHarness;
import io.fuselink.jobs.state.Hashes;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.patterns.Conclusions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others say about a number, and how much it weighs. */
class NoteFactsTest {
    private StepHarness<Fact, Signal> step;

    @BeforeEach
    void openStep() throws Exception {
        step = StepHarness.of(new NoteFacts(), Fact.class, Fact::targetTk);
    }

    @AfterEach
    void closeStep() throws Exception {
        step.close();
    }

    @Test
    void threeReportersOfADayConverge() throws Exception {
        reported("r1", "anna", true, NOON);
        reported("r2", "anna", true, NOON + HOUR);
        reported("r3", "ben", true, NOON + 2 * HOUR);
        reported("r4", "cleo", true, NOON + 3 * HOUR);
        step.until(NOON + DAY);

        assertThat(step.told())
                .extracting(Signal::code)
                .containsExactly(
                        "VERIFIED_REPORT",
                        "VERIFIED_REPORT",
                        "VERIFIED_REPORT",
                        "VERIFIED_REPORT",
                        "S20_REPORTS_CONVERGE");
        assertThat(step.told()).extracting(Signal::value).containsExactly(1.0, 1.0, 2.0, 3.0, 3.0);
    }

    @Test
    void reportsOfDifferentDaysDoNotAddUp() throws Exception {
        reported("r1", "anna", true, NOON);
        reported("r2", "ben", true, NOON + 12 * HOUR);
        reported("r3", "cleo", true, NOON + DAY);
        step.until(NOON + 2 * DAY);

        assertThat(step.told()).extracting(Signal::code).containsOnly("VERIFIED_REPORT");
    }

    @Test
    void aReportWithoutACallWeighsNothingButIsAccountedFor() throws Exception {
        reported("r1", "anna", false, NOON);
        reported("r1", "anna", false, NOON);
        step.until(NOON + HOUR);
        reported("r2", "ben", true, NOON);

        assertThat(step.told()).isEmpty();
        assertThat(step.counted("reports.unverified")).isEqualTo(1);
        assertThat(step.accounted(Outcome.PROCESSED, Feed.REPORTS)).isEqualTo(1);
        assertThat(step.accounted(Outcome.DUPLICATE, Feed.REPORTS)).isEqualTo(1);
        assertThat(step.accounted(Outcome.LATE, Feed.REPORTS)).isEqualTo(1);
    }

    @Test
    void aHouseholdAndARingOfFriendsAreOneVoiceEach() throws Exception {
        reported("r1", "anna", NOON, "her husband");
        reported("r2", "her husband", NOON + HOUR);
        reported("r3", "ring-2", NOON + 2 * HOUR);
        reported("r4", "ring-1", NOON + 3 * HOUR, "ring-2");
        reported("r5", "ring-3", NOON + 4 * HOUR, "ring-2");
        step.until(NOON + 5 * HOUR);

        assertThat(step.told()).extracting(Signal::code).containsOnly("VERIFIED_REPORT");
        assertThat(step.told()).extracting(Signal::value).containsExactly(1.0, 1.0, 2.0, 2.0, 2.0);
    }

    @Test
    void whoRangFirstWasNotMolested() throws Exception {
        for (var reporter : List.of("anna", "ben", "cleo")) {
            var event = Told.report(reporter, reporter, "number", NOON, NOON);
            step.tell(new Fact("number", event, true, NOON, true, List.of()));
        }
        step.until(NOON + HOUR);

        assertThat(step.told()).isEmpty();
        assertThat(step.counted("reports.invited")).isEqualTo(3);
    }

    @Test
    void friendsWhoReportCallsTheyAskedForAreARing() throws Exception {
        for (var n = 0; n < 6; n++) {
            doubtful("bomber-" + n, List.of(Hashes.of("bomber-" + (n + 1) % 6)), NOON + n * HOUR);
        }
        step.until(NOON + DAY);

        assertThat(step.told())
                .extracting(Signal::code)
                .containsOnly("RING_REPORTERS", "RING_ACQUAINTED");
        assertThat(step.told())
                .allMatch(s -> s.subjectType() == SubjectType.CAMPAIGN)
                .allMatch(s -> s.members().size() >= 5);
    }

    @Test
    void strangersWhoErrAboutANumberAreNone() throws Exception {
        for (var n = 0; n < 6; n++) {
            doubtful("stranger-" + n, List.of(Hashes.of("friend-" + n)), NOON + n * HOUR);
        }
        step.until(NOON + DAY);

        assertThat(step.told()).isEmpty();
    }

    private void doubtful(String reporter, List<Long> contacts, long at) throws Exception {
        var event = Told.report(reporter, reporter, "number", at, at);
        step.tell(new Fact("number", event, true, at, true, contacts));
    }

    @Test
    void whoSellsIsANuisanceAndNoFraud() throws Exception {
        for (var reporter : List.of("anna", "ben", "cleo")) {
            var event = Told.report(reporter, reporter, "number", ReportCategory.MARKETING, NOON);
            step.tell(new Fact("number", event, true, NOON, false, List.of()));
        }
        step.until(NOON + HOUR);

        assertThat(step.told()).extracting(Signal::code).containsExactly("MARKETING_REPORTS");
    }

    @Test
    void aPushAccusesEachNumberItNamesAndCarriesItsCase() throws Exception {
        pushed(Instruction.BLOCK, "number", "other");
        step.until(NOON + HOUR);

        assertThat(step.told())
                .hasSize(2)
                .allMatch(s -> s.code().equals("POLICE_PUSH") && s.family() == Family.AUTHORITY)
                .allMatch(s -> s.linkKeys().equals(List.of("CASE:case-7")));
        assertThat(step.told()).extracting(Signal::subjectTk).containsOnly("number", "other");
    }

    @Test
    void liftingAndInformingAccuseNobody() throws Exception {
        pushed(Instruction.LIFT, "number");
        pushed(Instruction.INFO, "number");
        step.until(NOON + HOUR);

        assertThat(step.told()).isEmpty();
    }

    @Test
    void aDayAfterTheLastFactNothingIsRemembered() throws Exception {
        reported("r1", "anna", true, NOON);
        pushed(Instruction.BLOCK, "number");
        step.until(NOON + DAY);

        assertThat(step.remembered()).isPositive();

        step.until(NOON + DAY + 2 * HOUR);

        assertThat(step.remembered()).isZero();
    }

    @Test
    void threeNumbersOfOneHouseholdAreOneVoice() throws Exception {
        for (var n = 0; n < 3; n++) {
            step.tell(report("r" + n, "family-" + n, true, NOON + n).by(7));
        }
        step.until(NOON + HOUR);

        assertThat(step.told()).extracting(Signal::code).containsOnly("VERIFIED_REPORT");
        assertThat(step.told()).extracting(Signal::value).containsOnly(1.0);
    }

    @Test
    void fiveHundredReportsWithoutAReceivedCallMoveNothingAndRaiseAnAlarm() throws Exception {
        for (var n = 0; n < 500; n++) {
            step.tell(report("r" + n, "bomber-" + n, false, NOON + n));
        }
        step.until(NOON + HOUR);

        assertThat(step.told()).extracting(Signal::code).containsExactly("REPORT_RING");
        assertThat(step.told().stream().flatMap(s -> Conclusions.of(s).stream())).isEmpty();
        assertThat(step.told(SideOutputs.PAGES))
                .extracting(Page::kind)
                .containsExactly("REPORT_RING");
    }

    @Test
    void aReportIsAnsweredOnceWithTheCallThatWasFound() throws Exception {
        step.tell(report("r1", "anna", true, NOON + HOUR).about(NOON, 42_000))
                .until(NOON + 2 * HOUR);

        assertThat(step.told(SideOutputs.RECEIPTS))
                .singleElement()
                .satisfies(
                        receipt -> {
                            assertThat(receipt.state()).isEqualTo(ReceiptState.CONFIRM);
                            assertThat(receipt.callTime()).isEqualTo(NOON);
                            assertThat(receipt.durationS()).isEqualTo(42);
                            assertThat(receipt.category()).isEqualTo(ReportCategory.FRAUD);
                        });
    }

    @Test
    void theSameCallReportedOnTwoChannelsIsOneReport() throws Exception {
        step.tell(
                        report("r1", "anna", true, NOON + HOUR).about(NOON, 42_000),
                        report("r2", "anna", true, NOON + 2 * HOUR).about(NOON, 42_000))
                .until(NOON + 3 * HOUR);

        assertThat(step.told(SideOutputs.RECEIPTS))
                .extracting(Receipt::state)
                .containsExactly(ReceiptState.CONFIRM, ReceiptState.MERGED);
        assertThat(step.told()).extracting(Signal::value).containsOnly(1.0);
    }

    @Test
    void twoCodesInFiveMinutesAreToldOneIsNot() throws Exception {
        codeReceived(NOON);
        codeReceived(NOON + 6 * MINUTE);
        step.until(NOON + 7 * MINUTE);
        assertThat(step.told()).isEmpty();

        codeReceived(NOON + 10 * MINUTE);
        step.until(NOON + HOUR);
        assertThat(step.told())
                .singleElement()
                .satisfies(
                        signal -> {
                            assertThat(signal.code()).isEqualTo("S18_CODES_ARRIVE");
                            assertThat(signal.subjectType()).isEqualTo(SubjectType.VICTIM);
                            assertThat(signal.victimTk()).isEqualTo("number");
                        });
        assertThat(step.accounted(Outcome.PROCESSED, Feed.SMS)).isEqualTo(3);
    }

    private void codeReceived(long at) throws Exception {
        var sms = new SmsMeta(SmsSender.values()[0], "number", SmsTemplate.OTP);
        step.tell(Fact.message(Told.event("sms-" + at, at, sms)));
    }

    private static Fact report(String id, String reporter, boolean verified, long at) {
        var event = Told.report(id, reporter, "number", at, at);
        return new Fact("number", event, verified, at, false, List.of());
    }

    private void reported(String id, String reporter, boolean verified, long at) throws Exception {
        var event = Told.report(id, reporter, "number", at, at);
        step.tell(
                verified
                        ? new Fact("number", event, true, at, false, List.of())
                        : Fact.unverified(event, at));
    }

    private void reported(String id, String reporter, long at, String... contacts)
            throws Exception {
        var event = Told.report(id, reporter, "number", at, at);
        var known = Arrays.stream(contacts).map(Hashes::of).toList();
        step.tell(new Fact("number", event, true, at, false, known));
    }

    private void pushed(Instruction instruction, String... numbers) throws Exception {
        var push = Told.push("push-" + instruction, instruction, "case-7", NOON, numbers);
        var orders = new ArrayList<Event>();
        Routing.throughMiddleNumbers(push, new ListCollector<>(orders));
        var facts = new ArrayList<Fact>();
        orders.forEach(order -> Routing.accusations(order, new ListCollector<>(facts)));
        step.tell(facts);
    }
}
