/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Assessment;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Ids;
import io.fuselink.events.Page;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.HourOfActions;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.patterns.Limit;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 10b: the breaker's own breaker. Each leading detector has a budget of actionable assessments an
 * hour; beyond it they are shown but do not act, and a person is paged once. Authority spends no budget.
 *
 * <p>State is cleared when the hour is over.
 */
public final class SpendBudgets implements Step<Assessment, Assessment> {
    private static final long HOUR_MS = 3_600_000;
    private static final int ACTIONABLE = 2;
    private static final String HOUR_OVER = "hour-over";
    private static final ValueStateDescriptor<HourOfActions> HOUR =
            new ValueStateDescriptor<>("hour-of-actions", TypeInformation.of(HourOfActions.class));

    private transient ValueState<HourOfActions> hours;

    @Override
    public void open(RuntimeContext runtime) {
        hours = runtime.getState(HOUR);
    }

    /** The detector whose budget an assessment spends: the first that spoke. */
    public static String payer(Assessment assessment) {
        return assessment.detectors().isEmpty() ? "none" : assessment.detectors().get(0);
    }

    @Override
    public void onEvent(Assessment assessment, StepContext<Assessment> context) throws Exception {
        if (assessment.level() < ACTIONABLE || assessment.caseId() != null) {
            context.emit(assessment);
            return;
        }
        var start = Math.floorDiv(context.now(), HOUR_MS) * HOUR_MS;
        var hour = hours.value();
        if (hour == null || hour.hour != start) {
            hour = new HourOfActions();
            hour.hour = start;
            context.alarm(start + HOUR_MS, HOUR_OVER);
        }
        hour.spent++;
        var budget = context.limits().get(Limit.BUDGET_ACTIONABLE_1H);
        var allowed = hour.spent <= budget;
        if (!allowed && !hour.paged) {
            hour.paged = true;
            page(hour, budget, context);
        }
        hours.update(hour);
        context.emit(allowed ? assessment : assessment.heldBack());
    }

    private static void page(HourOfActions hour, double budget, StepContext<Assessment> context) {
        var detector = context.key();
        context.emit(
                SideOutputs.PAGES,
                new Page(
                        Ids.hash("page", "BUDGET_SPENT", detector, hour.hour),
                        "BUDGET_SPENT",
                        detector,
                        "hour",
                        hour.spent,
                        budget,
                        context.now(),
                        "detector "
                                + detector
                                + " has spent its hourly budget; its assessments are shown but do not act"));
    }

    @Override
    public void onAlarm(String name, StepContext<Assessment> context) throws Exception {
        var hour = hours.value();
        if (hour != null && hour.hour + HOUR_MS <= context.now()) {
            hours.clear();
        }
    }

    @Override
    public void onRefused(
            Assessment assessment, DeadLetterReason reason, StepContext<Assessment> context) {
        context.emit(assessment.heldBack());
        context.count("assessments." + reason);
    }
}
