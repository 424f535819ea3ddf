/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Assessment;
import io.fuselink.jobs.AnAssessment;
import io.fuselink.jobs.Told;
import io.fuselink.jobs.order.StepHarness;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.patterns.Limit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The breaker's own breaker: a detector that cries too often is shown and no longer acts. */
class SpendBudgetsTest {
    private StepHarness<Assessment, Assessment> step;

    @BeforeEach
    void allowThreeAnHour() throws Exception {
        step = StepHarness.of(new SpendBudgets(), Assessment.class, SpendBudgets::payer);
        step.policy(
                Told.policy(
                        1,
                        NOON - HOUR,
                        Map.of(Limit.BUDGET_ACTIONABLE_1H.wireName(), 3.0),
                        Map.of()));
    }

    @AfterEach
    void closeStep() throws Exception {
        step.close();
    }

    @Test
    void beyondItsBudgetADetectorIsHeldBackAndOnePageGoesOut() throws Exception {
        for (var i = 0; i < 5; i++) {
            step.tell(actionable("eager", i));
        }
        step.until(NOON + HOUR);

        assertThat(step.told())
                .extracting(Assessment::allowed)
                .containsExactly(true, true, true, false, false);
        assertThat(step.told(SideOutputs.PAGES))
                .singleElement()
                .satisfies(
                        page -> {
                            assertThat(page.message()).contains("eager");
                            assertThat(page.at()).isEqualTo(NOON + 3 * MINUTE);
                        });
    }

    @Test
    void everyDetectorSpendsItsOwn() throws Exception {
        for (var i = 0; i < 3; i++) {
            step.tell(actionable("eager", i), actionable("quiet", i));
        }
        step.until(NOON + HOUR);

        assertThat(step.told()).hasSize(6).allMatch(Assessment::allowed);
    }

    @Test
    void theNextHourHasANewBudgetAndNothingIsRemembered() throws Exception {
        for (var i = 0; i < 4; i++) {
            step.tell(actionable("eager", i));
        }
        step.until(NOON + HOUR);

        assertThat(step.remembered()).isZero();

        step.tell(actionable("eager", 61)).until(NOON + 2 * HOUR);

        assertThat(step.told())
                .extracting(Assessment::allowed)
                .containsExactly(true, true, true, false, true);
    }

    @Test
    void whatDoesNotActOrComesFromAnAuthoritySpendsNothing() throws Exception {
        for (var i = 0; i < 5; i++) {
            var at = NOON + i * MINUTE;
            step.tell(
                    AnAssessment.of(1, "shown-" + i, at, "eager", null),
                    AnAssessment.of(4, "ordered-" + i, at, "eager", "case-" + i));
        }
        step.tell(actionable("eager", 6)).until(NOON + HOUR);

        assertThat(step.told()).hasSize(11).allMatch(Assessment::allowed);
        assertThat(step.told(SideOutputs.PAGES)).isEmpty();
    }

    @Test
    void whatComesTooLateIsShownButDoesNotAct() throws Exception {
        step.until(NOON + HOUR).tell(actionable("eager", 1));

        assertThat(step.told()).extracting(Assessment::allowed).containsExactly(false);
        assertThat(step.counted("assessments.LATE")).isEqualTo(1);
    }

    private static Assessment actionable(String detector, int minute) {
        return AnAssessment.of(
                3, "number-" + detector + minute, NOON + minute * MINUTE, detector, null);
    }
}
