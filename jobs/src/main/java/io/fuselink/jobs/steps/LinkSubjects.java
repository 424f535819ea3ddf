/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Assessment;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Ids;
import io.fuselink.events.Subject;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.LinkedNumbers;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 11: carries suspicion from an assessed number to those that shared its device. A linked number
 * has no evidence of its own, so it is shown for review and never acted against.
 *
 * <p>State is cleared {@link #WINDOW_MS} after the key was last touched.
 */
public final class LinkSubjects implements Step<LinkTouch, Assessment> {
    private static final long HOUR_MS = 3_600_000;

    /** Numbers on one device are linked within 72 h (domain.md §6.5), in ms. */
    public static final long WINDOW_MS = 72 * HOUR_MS;

    /** Weight of the same device (domain.md §6.5). */
    private static final double DEVICE_WEIGHT = 0.7;

    /** Linked numbers of one episode that may be shown at level 1 (domain.md §6.5 allows 20). */
    private static final int PER_EPISODE = 20;

    private static final int LINKED_LEVEL = 1;
    private static final String FORGET = "forget";
    private static final ValueStateDescriptor<LinkedNumbers> LINKED =
            new ValueStateDescriptor<>("linked-numbers", TypeInformation.of(LinkedNumbers.class));

    private transient ValueState<LinkedNumbers> linkedNumbers;

    @Override
    public void open(RuntimeContext runtime) {
        linkedNumbers = runtime.getState(LINKED);
    }

    @Override
    public void onEvent(LinkTouch touch, StepContext<Assessment> context) throws Exception {
        var linked = linkedNumbers.value() == null ? new LinkedNumbers() : linkedNumbers.value();
        if (touch.seed() == null) {
            linked.touch(touch.memberTk(), context.now(), WINDOW_MS);
        } else if (linked.spreads(touch.seed().episodeId())) {
            spread(linked, touch.seed(), context);
        }
        linkedNumbers.update(linked);
        context.alarm((Math.floorDiv(context.now() + WINDOW_MS, HOUR_MS) + 1) * HOUR_MS, FORGET);
    }

    private static void spread(
            LinkedNumbers linked, Assessment seed, StepContext<Assessment> context) {
        var candidates =
                linked.members.stream()
                        .filter(m -> !m.tk().equals(seed.subjectTk()))
                        .map(LinkedNumbers.Member::tk)
                        .sorted()
                        .toList();
        for (var i = 0; i < candidates.size(); i++) {
            if (i < PER_EPISODE) {
                context.emit(linked(Subject.number(candidates.get(i), 1), seed, context));
            } else {
                context.count("linkage.skipped");
            }
        }
    }

    private static Assessment linked(
            Subject subject, Assessment seed, StepContext<Assessment> context) {
        return new Assessment(
                Ids.hash("linked", subject.key(), seed.episodeId(), context.key()),
                subject.type(),
                subject.tk(),
                subject.epoch(),
                LINKED_LEVEL,
                LINKED_LEVEL,
                "D",
                seed.score() * DEVICE_WEIGHT,
                List.of("linkage"),
                List.of(),
                List.of(),
                null,
                0,
                context.now(),
                null,
                null,
                false,
                true,
                seed.subject().key(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(context.key()),
                context.limits().version(),
                seed.lexiconVersion(),
                seed.modelVersion(),
                null,
                null,
                null);
    }

    @Override
    public void onAlarm(String name, StepContext<Assessment> context) throws Exception {
        var linked = linkedNumbers.value();
        if (linked != null
                && linked.members.stream().allMatch(m -> m.lastAt() + WINDOW_MS <= context.now())) {
            linkedNumbers.clear();
        }
    }

    @Override
    public void onRefused(
            LinkTouch touch, DeadLetterReason reason, StepContext<Assessment> context) {
        context.count("link-touches." + reason);
    }
}
