/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Family;
import io.fuselink.events.Feed;
import io.fuselink.events.Instruction;
import io.fuselink.events.ReportCategory;
import io.fuselink.events.Signal;
import io.fuselink.jobs.Told;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.order.StepHarness;
import io.fuselink.jobs.state.Hashes;
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
        var facts = new ArrayList<Fact>();
        Routing.accusations(push, new ListCollector<>(facts));
        step.tell(facts);
    }
}
