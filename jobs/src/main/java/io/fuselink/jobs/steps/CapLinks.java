/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Assessment;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.LinkQuota;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 11, the caps (domain.md §6.5): an episode links 20 numbers at level 1 and 5 at level 2, and in a
 * day at most a fifth as many numbers reach level 2 by linkage as by evidence of their own. All seeds
 * and linked assessments meet here under one key; they are few. What is beyond a cap is taken down a
 * level or skipped, and says so.
 *
 * <p>An episode's counts are cleared a day after its last link.
 */
public final class CapLinks implements Step<Assessment, Assessment> {
    private static final long DAY_MS = 24 * 3_600_000L;

    static final int PER_EPISODE_LEVEL_1 = 20;
    static final int PER_EPISODE_LEVEL_2 = 5;

    /** Of the seeds of a day. */
    static final double REVIEWED_SHARE = 0.2;

    private static final String FORGET = "forget";
    private static final ValueStateDescriptor<LinkQuota> QUOTA =
            new ValueStateDescriptor<>("link-quota", TypeInformation.of(LinkQuota.class));

    private transient ValueState<LinkQuota> quotas;

    @Override
    public void open(RuntimeContext runtime) {
        quotas = runtime.getState(QUOTA);
    }

    /** All of them: the caps are the deployment's. */
    public static String key(Assessment assessment) {
        return "linkage";
    }

    @Override
    public void onEvent(Assessment assessment, StepContext<Assessment> context) throws Exception {
        var quota = quotas.value() == null ? new LinkQuota() : quotas.value();
        var day = Math.floorDiv(context.now(), DAY_MS);
        if (quota.day != day) {
            quota.day = day;
            quota.seeds = 0;
            quota.reviewed = 0;
        }
        if (assessment.linkedFrom() == null) {
            quota.seeds++;
        } else {
            context.emit(capped(quota, assessment, context));
        }
        quotas.update(quota);
        context.alarm((day + 2) * DAY_MS, FORGET);
    }

    private static Assessment capped(
            LinkQuota quota, Assessment linked, StepContext<Assessment> context) {
        if (linked.level() == 0) {
            return linked;
        }
        var episode = linked.linkedFrom() + linked.linkPath().get(0);
        if (linked.level() == 2
                && quota.reviewed + 1 <= Math.max(1, REVIEWED_SHARE * quota.seeds)
                && room(quota, episode + "/2", PER_EPISODE_LEVEL_2, context)) {
            quota.reviewed++;
            return linked;
        }
        if (room(quota, episode + "/1", PER_EPISODE_LEVEL_1, context)) {
            return linked.level() == 1
                    ? linked
                    : linked.linkedAt(1, "the cap of level 2 is reached");
        }
        context.count("linkage.skipped");
        return linked.linkedAt(0, "the cap of the episode is reached");
    }

    private static boolean room(
            LinkQuota quota, String what, int most, StepContext<Assessment> context) {
        var spent = quota.spent.getOrDefault(what, 0);
        if (spent >= most) {
            return false;
        }
        quota.spent.put(what, spent + 1);
        quota.lastAt.put(what, context.now());
        return true;
    }

    @Override
    public void onAlarm(String name, StepContext<Assessment> context) throws Exception {
        var quota = quotas.value();
        if (quota == null) {
            return;
        }
        quota.lastAt.values().removeIf(at -> at + DAY_MS <= context.now());
        quota.spent.keySet().retainAll(quota.lastAt.keySet());
        if (quota.spent.isEmpty() && quota.day < Math.floorDiv(context.now(), DAY_MS)) {
            quotas.clear();
        } else {
            quotas.update(quota);
            context.alarm((Math.floorDiv(context.now(), DAY_MS) + 1) * DAY_MS, FORGET);
        }
    }

    @Override
    public void onRefused(
            Assessment assessment, DeadLetterReason reason, StepContext<Assessment> context) {
        if (assessment.linkedFrom() != null) {
            context.emit(assessment.linkedAt(0, "came after its time"));
        }
        context.count("linked." + reason);
    }
}
