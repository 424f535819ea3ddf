/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.CohortMemory;
import io.fuselink.jobs.state.CohortMemory.Member;
import io.fuselink.patterns.Limit;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.groups.Likeness;
import io.fuselink.patterns.script.Opening;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 5b: numbers that act as one without sharing a door: they work through one list (row 34), move
 * together (S05), were opened together and call strangers together until all fall silent (row 36), or
 * begin their calls with the very same words, of whom one was heard to defraud (row 30); a number whose
 * calls all do is a machine (row 35). Each campaign is told once an hour with its members.
 *
 * <p>State is cleared {@link #KEPT_MS} after the mark was last met.
 */
public final class FindCohorts implements Step<Cohort, Signal> {
    private static final long HOUR_MS = 3_600_000;

    /** How long a mark is remembered: 24 h in ms. */
    public static final long KEPT_MS = 24 * HOUR_MS;

    /** Cards of a batch that called strangers have fallen silent after this, in ms. */
    private static final long SILENT_MS = 2 * HOUR_MS;

    /** Members of a cohort that are accused one by one: domain.md §6.4. */
    private static final int COHORT = 50;

    /** A convoy is told this long after it was recognised, in ms, so that cards which call a little later are named with it. */
    private static final long GATHER_MS = 3 * 60_000;

    private static final String CONVOY = "convoy";
    private static final String SILENT = "silent";
    private static final String FORGET = "forget";
    private static final ValueStateDescriptor<CohortMemory> COHORTS =
            new ValueStateDescriptor<>("cohort", TypeInformation.of(CohortMemory.class));

    private transient ValueState<CohortMemory> cohorts;

    @Override
    public void open(RuntimeContext runtime) {
        cohorts = runtime.getState(COHORTS);
    }

    @Override
    public void onEvent(Cohort met, StepContext<Signal> context) throws Exception {
        var cohort = cohorts.value() == null ? new CohortMemory() : cohorts.value();
        var member = new Member();
        member.tk = met.numberTk();
        member.at = met.at();
        member.attempts1h = met.attempts1h();
        member.inbound24h = met.inbound24h();
        member.ageDays = met.ageDays();
        member.marks = met.compared();
        member.scripted = met.scripted();
        var hourAgo = context.now() - HOUR_MS;
        var calls =
                met.callId() == null
                        ? 0
                        : cohort.another(member, met.callId(), context.now(), hourAgo);
        cohort.put(member, hourAgo);
        cohort.lastActive = context.now();
        switch (met.kind()) {
            case LIST -> list(cohort, member, context);
            case PATH -> path(cohort, context);
            case BATCH -> batch(cohort, context);
            case OPENING -> opening(cohort, member, calls, context);
        }
        cohorts.update(cohort);
        context.alarm((Math.floorDiv(context.now() + KEPT_MS, HOUR_MS) + 1) * HOUR_MS, FORGET);
    }

    /** A family calls the same dozen, too; nobody's family has a list. */
    private static void list(CohortMemory cohort, Member newest, StepContext<Signal> context) {
        var limits = context.limits();
        var crew =
                cohort.members.stream()
                        .filter(
                                m ->
                                        Likeness.common(m.marks, newest.marks)
                                                >= limits.get(Limit.R34_COMMON))
                        .filter(
                                m ->
                                        Likeness.jaccard(m.marks, newest.marks)
                                                >= limits.get(Limit.S23_ALIKE))
                        .toList();
        if (crew.size() >= limits.get(Limit.R34_MEMBERS)) {
            tell(SignalCode.LIST_SHARED, crew, crew.size(), Limit.R34_MEMBERS, cohort, context);
        }
    }

    /**
     * People have no two calls alike; a machine, and a crew that reads from one sheet, has no two that
     * differ. So do those who bring parcels and say so: a crew is one that was heard to defraud.
     */
    private static void opening(
            CohortMemory cohort, Member newest, int calls, StepContext<Signal> context) {
        var limits = context.limits();
        var crew =
                cohort.members.stream()
                        .filter(
                                m ->
                                        Opening.likeness(m.marks, newest.marks)
                                                >= limits.get(Limit.R35_ALIKE))
                        .toList();
        if (crew.size() >= limits.get(Limit.R30_NUMBERS)
                && crew.stream().anyMatch(m -> m.scripted)) {
            tell(SignalCode.OPENING_SHARED, crew, crew.size(), Limit.R30_NUMBERS, cohort, context);
        }
        if (calls >= limits.get(Limit.R35_OPENINGS_1H)) {
            tellRobot(newest, calls, cohort, context);
        }
    }

    private static void tellRobot(
            Member robot, int calls, CohortMemory cohort, StepContext<Signal> context) {
        var hour = Math.floorDiv(context.now(), HOUR_MS) * HOUR_MS;
        var what = SignalCode.ROBOT_OPENING.name() + hour + robot.tk;
        if (cohort.tellOnce(what, context.now(), context.now() - KEPT_MS)) {
            emit(
                    Signal.of(
                            SignalCode.ROBOT_OPENING.name(),
                            SignalCode.ROBOT_OPENING.family(),
                            Subject.number(robot.tk, 1),
                            calls,
                            context.limits().get(Limit.R35_OPENINGS_1H),
                            hour,
                            context.now(),
                            context.limits().version(),
                            List.of()),
                    context);
        }
    }

    /** A bus is full of people who pass the same cells; but they do not call strangers all the way. */
    private static void path(CohortMemory cohort, StepContext<Signal> context) {
        if (convoy(travelTogether(cohort, context), context)) {
            context.alarm(context.now() + GATHER_MS, CONVOY);
        }
    }

    /** Everybody who passes the cells of the last who was seen. */
    private static List<Member> travelTogether(CohortMemory cohort, StepContext<Signal> context) {
        var newest = cohort.members.get(cohort.members.size() - 1);
        return cohort.members.stream()
                .filter(
                        m ->
                                Likeness.common(m.marks, newest.marks)
                                        >= context.limits().get(Limit.S05_CELLS))
                .toList();
    }

    private static boolean convoy(List<Member> crew, StepContext<Signal> context) {
        return crew.size() >= context.limits().get(Limit.S05_MEMBERS)
                && attempts(crew) >= context.limits().get(Limit.S05_ATTEMPTS_1H);
    }

    /** That they move as one speaks of their devices; that nobody calls them, of what they do. */
    private static void tellConvoy(CohortMemory cohort, StepContext<Signal> context) {
        var crew = travelTogether(cohort, context);
        if (!convoy(crew, context)) {
            return;
        }
        var attempts = attempts(crew);
        tell(SignalCode.S05_MOVING_TOGETHER, crew, crew.size(), Limit.S05_MEMBERS, cohort, context);
        var inbound = crew.stream().mapToInt(m -> m.inbound24h).sum();
        if (inbound <= context.limits().get(Limit.S05_INBOUND) * attempts) {
            tell(
                    SignalCode.S05_ONE_WAY_TRAFFIC,
                    crew,
                    attempts,
                    Limit.S05_ATTEMPTS_1H,
                    cohort,
                    context);
        }
    }

    private static void batch(CohortMemory cohort, StepContext<Signal> context) {
        var limits = context.limits();
        var young =
                cohort.members.stream()
                        .filter(m -> m.ageDays <= limits.get(Limit.S11_AGE_DAYS))
                        .toList();
        var attempts = attempts(young);
        if (young.size() >= limits.get(Limit.R36_MEMBERS)
                && attempts >= limits.get(Limit.R36_ATTEMPTS_1H)) {
            tell(
                    SignalCode.DEALER_BATCH_BUSY,
                    young,
                    attempts,
                    Limit.R36_ATTEMPTS_1H,
                    cohort,
                    context);
            cohort.busyAt = context.now();
            context.alarm(context.now() + SILENT_MS, SILENT);
        }
    }

    private static int attempts(List<Member> crew) {
        return crew.stream().mapToInt(m -> m.attempts1h).sum();
    }

    /** A crew goes by its first member, so that several marks of it tell of one campaign; what it is asked to answer for is asked of its members. */
    private static void tell(
            SignalCode code,
            List<Member> crew,
            double value,
            Limit limit,
            CohortMemory cohort,
            StepContext<Signal> context) {
        var hour = Math.floorDiv(context.now(), HOUR_MS) * HOUR_MS;
        if (!cohort.tellOnce(code.name() + hour, context.now(), context.now() - KEPT_MS)) {
            return;
        }
        var members = crew.stream().map(m -> m.tk).sorted().toList();
        var campaign =
                code == SignalCode.DEALER_BATCH_BUSY ? context.key() : "crew-" + members.get(0);
        var signal =
                Signal.of(
                                code.name(),
                                code.family(),
                                Subject.of(SubjectType.CAMPAIGN, campaign),
                                value,
                                context.limits().get(limit),
                                hour,
                                context.now(),
                                context.limits().version(),
                                List.of())
                        .withMembers(members);
        emit(signal, context);
        if (code != SignalCode.LIST_SHARED && code != SignalCode.OPENING_SHARED) {
            members.stream()
                    .limit(COHORT)
                    .forEach(tk -> emit(signal.about(Subject.number(tk, 1)), context));
        }
    }

    private static void emit(Signal signal, StepContext<Signal> context) {
        context.count("signal." + signal.code());
        context.emit(signal);
    }

    @Override
    public void onAlarm(String name, StepContext<Signal> context) throws Exception {
        var cohort = cohorts.value();
        if (cohort == null) {
            return;
        }
        if (name.equals(CONVOY)) {
            tellConvoy(cohort, context);
            cohorts.update(cohort);
        } else if (name.equals(SILENT)) {
            fallenSilent(cohort, context);
        } else if (cohort.lastActive + KEPT_MS <= context.now()) {
            cohorts.clear();
        }
    }

    private static void fallenSilent(CohortMemory cohort, StepContext<Signal> context) {
        if (cohort.lastActive > context.now() - SILENT_MS) {
            return;
        }
        var members =
                cohort.members.stream()
                        .sorted(Comparator.comparing(m -> m.tk))
                        .map(m -> m.tk)
                        .toList();
        emit(
                Signal.of(
                                SignalCode.CARDS_FALL_SILENT.name(),
                                SignalCode.CARDS_FALL_SILENT.family(),
                                Subject.of(SubjectType.CAMPAIGN, context.key()),
                                members.size(),
                                context.limits().get(Limit.R36_MEMBERS),
                                cohort.busyAt,
                                context.now(),
                                context.limits().version(),
                                List.of())
                        .withMembers(members),
                context);
    }

    @Override
    public void onRefused(Cohort met, DeadLetterReason reason, StepContext<Signal> context) {
        context.count("cohorts." + reason);
    }
}
