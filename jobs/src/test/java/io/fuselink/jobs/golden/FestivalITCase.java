/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.ActionType;
import io.fuselink.events.Instruction;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.Page;
import io.fuselink.jobs.Told;
import io.fuselink.patterns.Limit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Golden scenario G16, which holds everybody else back and so has a telling of its own. */
class FestivalITCase {
    private static final int USUAL = 2;
    private static final int TODAY = 9;

    /** Three times the usual may still act. */
    private static final int ACT = 3 * USUAL;

    private static final double MINUTES_OF_A_DAY = 24 * 60;

    @RegisterExtension
    static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    @TempDir static Path folder;

    private static final Story FESTIVAL = festival();
    private static Tellings tellings;

    @BeforeAll
    static void tell() throws Exception {
        tellings = Tellings.of(List.of(FESTIVAL), folder);
    }

    /** Two numbers are acted against at noon of each of three days, and nine at noon of the festival. */
    private static Story festival() {
        var story = Story.of("festival");
        story.tell(
                Told.event(
                        "policy",
                        Story.minute(-5 * MINUTES_OF_A_DAY) - 10 * Told.SECOND,
                        Told.policy(
                                2,
                                Story.minute(-5 * MINUTES_OF_A_DAY),
                                Map.of(Limit.BUDGET_SURGE_FROM.wireName(), USUAL + 1.0),
                                Map.of())));
        for (var day = 3; day > 0; day--) {
            for (var i = 0; i < USUAL; i++) {
                story.isReportedByThree("day-" + day + "-" + i, i - day * MINUTES_OF_A_DAY);
            }
        }
        for (var i = 0; i < TODAY; i++) {
            story.isReportedByThree(today(i), i);
        }
        return story.tell(
                Told.push(
                        "festival.push",
                        Instruction.BLOCK,
                        "case",
                        Story.minute(45),
                        story.the(today(TODAY - 1))));
    }

    private static String today(int i) {
        return "today-" + i;
    }

    @Test
    void streamAndBatchAndAnyParallelismComeToTheSame() {
        tellings.areTheSame();
    }

    @Test
    void g16ThreeTimesTheUsualOfTheHourIsTaggedAndNothingMoreButForWhatAnAuthorityOrders() {
        var outcome = tellings.outcome().of(FESTIVAL);
        var acted = IntStream.range(0, ACT).mapToObj(i -> FESTIVAL.the(today(i))).toList();
        var held = IntStream.range(ACT, TODAY).mapToObj(i -> FESTIVAL.the(today(i))).toList();
        var ordered = held.get(held.size() - 1);

        assertThat(limited(outcome)).containsAll(acted).contains(ordered);
        assertThat(limited(outcome)).doesNotContainAnyElementsOf(held.subList(0, held.size() - 1));
        assertThat(issued(outcome)).containsAll(held);
        assertThat(outcome.assessments())
                .filteredOn(a -> held.contains(a.subjectTk()) && a.caseId() == null)
                .filteredOn(a -> a.at() < Story.minute(60))
                .isNotEmpty()
                .allMatch(a -> !a.allowed() || a.tagsOnly());
        assertThat(tellings.outcome().pages()).extracting(Page::kind).containsOnlyOnce("SURGE");
    }

    private static Set<String> issued(Outcome outcome) {
        return targets(outcome, leg -> true);
    }

    /** To whom more was done than to be shown and warned of. */
    private static Set<String> limited(Outcome outcome) {
        return targets(
                outcome, leg -> leg.action() != ActionType.TAG && leg.action() != ActionType.WARN);
    }

    private static Set<String> targets(Outcome outcome, Predicate<Leg> which) {
        return outcome.legs().stream()
                .filter(leg -> leg.state() == LegState.ISSUED && leg.issuedAt() < Story.minute(60))
                .filter(which)
                .map(Leg::targetTk)
                .collect(Collectors.toSet());
    }
}
