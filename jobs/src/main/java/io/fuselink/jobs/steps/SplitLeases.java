/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.GroupKind;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.LeaseCrews;
import io.fuselink.jobs.state.LeaseCrews.Member;
import io.fuselink.patterns.Limit;
import io.fuselink.patterns.SignalCode;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 6c: whether a lessee's numbers serve whom they were leased to (row 56), and what comes in by an
 * enterprise's trunk (row 28). Told of either when the words of a good part of its callers follow a fraud
 * script, and when independent people report several of its callers though hardly one of them twice; of
 * a trunk also, when its numbers show regions all over the country and hardly the one it comes in by
 * (row 31).
 *
 * <p>That a lease was sold on is told when those who speak are a crew of their own: they sit in places that
 * have nothing to do with each other, or work while the lease's other callers rest, or call the same people
 * and nobody whom the others call. What of it told, and what both crews look like, goes along as links
 * of the kind {@code CREW}. Each of them is accused only where they sit apart, or where two of the three agree:
 * hours or recipients alone are about the lease. Hours and recipients are those of all a number's calls of a
 * day, through whatever numbers, as its profile knew them with its first call of an hour of the clock, or later
 * where that one went past the lease; a crew that shares out its list, so that nobody is called twice, is not
 * known by its recipients.
 *
 * <p>Look-alikes: one clerk who went astray among many; a chain of shops or a night shift who say nothing
 * suspicious; clerks who go astray in everybody's hours, or on a shift that takes over from another; customers
 * who ring back, and three who share nobody but their dispatcher; couriers by the hundred, of whom a few are
 * reported by mistake; a company that shows its seat in another province, or its branches in a few.
 *
 * <p>State is cleared {@link #KEPT_MS} after the lease or trunk was last used.
 */
public final class SplitLeases implements Step<LeaseVoice, Signal> {
    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;

    /** How long callers of a lease are remembered, in ms. */
    public static final long KEPT_MS = DAY_MS;

    /** While it goes on, a door is told of again after this, so that what is found meanwhile meets it, in ms. */
    private static final long TOLD_AGAIN_MS = 6 * HOUR_MS;

    /** Callers that are accused one by one, beside their own words: domain.md §6.4. */
    private static final int COHORT = 50;

    /** A link of its own kind: not to others, but what a crew looks like. */
    private static final String CREW = "CREW:";

    private static final String FORGET = "forget";
    private static final ValueStateDescriptor<LeaseCrews> CREWS =
            new ValueStateDescriptor<>("lease-crews", TypeInformation.of(LeaseCrews.class));

    private transient ValueState<LeaseCrews> leases;

    @Override
    public void open(RuntimeContext runtime) {
        leases = runtime.getState(CREWS);
    }

    @Override
    public void onEvent(LeaseVoice voice, StepContext<Signal> context) throws Exception {
        var crews = leases.value() == null ? new LeaseCrews() : leases.value();
        var member = crews.member(voice.numberTk(), context.now() - KEPT_MS);
        member.seenAt = context.now();
        if (voice.cellTk() != null) {
            member.cellTk = voice.cellTk();
        }
        if (voice.shownProv() != null && voice.ingressProv() != null) {
            member.shownProv = voice.shownProv();
            crews.ingressProv = voice.ingressProv();
            judgeRegions(crews, context);
        }
        if (voice.hours() != 0) {
            member.hours = voice.hours();
            member.workedAt = context.now();
            member.callees = voice.callees();
        }
        if (voice.speaks()) {
            member.spokeAt = context.now();
            judge(crews, context);
        } else if (voice.reporter() != 0) {
            member.reportedAt = context.now();
            reported(crews, voice, context);
        }
        crews.lastActive = context.now();
        leases.update(crews);
        context.alarm((Math.floorDiv(context.now() + KEPT_MS, HOUR_MS) + 1) * HOUR_MS, FORGET);
    }

    private static void judge(LeaseCrews crews, StepContext<Signal> context) {
        var limits = context.limits();
        var yesterday = context.now() - DAY_MS;
        var speakers =
                crews.members.stream().filter(m -> m.spokeAt > context.now() - KEPT_MS).toList();
        if (door(context).type() == SubjectType.TRUNK) {
            judgeTrunk(crews, speakers, context);
            return;
        }
        if (speakers.size() < limits.get(Limit.R56_SPEAKERS)
                || speakers.size() < limits.get(Limit.R56_SHARE) * crews.members.size()
                || crews.accusedAt > yesterday) {
            return;
        }
        var others =
                crews.members.stream().filter(m -> m.spokeAt <= context.now() - KEPT_MS).toList();
        var splits = LeaseSplit.of(speakers, others, context.now(), limits);
        var split = !splits.isEmpty() && splits.size() >= limits.get(Limit.R56_FINGERPRINTS);
        var accused = split && LeaseSplit.accuse(splits);
        if (split && (accused ? crews.accusedAt : crews.toldAt) <= yesterday) {
            crews.toldAt = context.now();
            crews.accusedAt = accused ? context.now() : crews.accusedAt;
            tell(SignalCode.LEASE_SCRIPTED, speakers, speakers.size(), Limit.R56_SPEAKERS, context);
            tellSplit(speakers, splits, context);
        } else if (Math.max(crews.toldAt, crews.scriptToldAt) <= yesterday) {
            crews.scriptToldAt = context.now();
            tell(SignalCode.LEASE_SCRIPTED, speakers, speakers.size(), Limit.R56_SPEAKERS, context);
        }
    }

    /** Behind one trunk nobody sits anywhere; that so many of its numbers say so must do. */
    private static void judgeTrunk(
            LeaseCrews crews, List<Member> speakers, StepContext<Signal> context) {
        var limits = context.limits();
        if (speakers.size() >= limits.get(Limit.R28_SPEAKERS)
                && speakers.size() >= limits.get(Limit.R28_SHARE) * crews.members.size()
                && crews.scriptToldAt <= context.now() - TOLD_AGAIN_MS) {
            crews.scriptToldAt = context.now();
            tell(SignalCode.TRUNK_SCRIPTED, speakers, speakers.size(), Limit.R28_SPEAKERS, context);
        }
    }

    /** A company shows the number of its seat, or of a few branches, wherever it calls from. */
    private static void judgeRegions(LeaseCrews crews, StepContext<Signal> context) {
        if (crews.regionsToldAt > context.now() - TOLD_AGAIN_MS) {
            return;
        }
        var limits = context.limits();
        var known = crews.members.stream().filter(m -> m.shownProv != null).toList();
        var elsewhere = known.stream().filter(m -> !m.shownProv.equals(crews.ingressProv)).toList();
        var provinces = elsewhere.stream().map(m -> m.shownProv).distinct().count();
        if (known.size() >= limits.get(Limit.R31_NUMBERS)
                && elsewhere.size() >= limits.get(Limit.R31_ELSEWHERE) * known.size()
                && provinces >= limits.get(Limit.R31_PROVINCES)) {
            crews.regionsToldAt = context.now();
            tell(SignalCode.REGION_CHOSEN, elsewhere, provinces, Limit.R31_PROVINCES, context);
        }
    }

    /** Each of its numbers is reported too rarely to be told of; the door they share is not. */
    private static void reported(LeaseCrews crews, LeaseVoice report, StepContext<Signal> context) {
        var limits = context.limits();
        var since = context.now() - KEPT_MS;
        var reporters = crews.reportedBy(report.reporter(), context.now(), since);
        var accused = crews.members.stream().filter(m -> m.reportedAt > since).toList();
        if (reporters >= limits.get(Limit.R28_REPORTERS)
                && accused.size() >= limits.get(Limit.R28_REPORTED)
                && accused.size() >= limits.get(Limit.R28_REPORTED_SHARE) * crews.members.size()
                && crews.reportsToldAt <= context.now() - TOLD_AGAIN_MS) {
            crews.reportsToldAt = context.now();
            tell(SignalCode.DOOR_REPORTED, accused, reporters, Limit.R28_REPORTERS, context);
        }
    }

    /** The lease or trunk; its key is its kind and its name. */
    private static Subject door(StepContext<Signal> context) {
        var colon = context.key().indexOf(':');
        var kind = GroupKind.valueOf(context.key().substring(0, colon));
        return Subject.of(kind.subjectType(), context.key().substring(colon + 1));
    }

    /** Told of the lease with what both crews look like, and of each who speaks where that accuses them. */
    private static void tellSplit(
            List<Member> speakers, List<LeaseSplit> splits, StepContext<Signal> context) {
        var split =
                signal(
                        SignalCode.RESALE_SPLIT,
                        speakers,
                        splits.size(),
                        Limit.R56_FINGERPRINTS,
                        context);
        var looks = splits.stream().map(s -> CREW + s.words());
        context.emit(
                split.withContext(null, Stream.concat(split.linkKeys().stream(), looks).toList()));
        if (LeaseSplit.accuse(splits)) {
            speakers.stream()
                    .limit(COHORT)
                    .forEach(m -> context.emit(split.about(Subject.number(m.tk, 1))));
        }
    }

    private static void tell(
            SignalCode code,
            List<Member> members,
            double value,
            Limit limit,
            StepContext<Signal> context) {
        context.emit(signal(code, members, value, limit, context));
    }

    private static Signal signal(
            SignalCode code,
            List<Member> members,
            double value,
            Limit limit,
            StepContext<Signal> context) {
        context.count("signal." + code);
        return Signal.of(
                        code.name(),
                        code.family(),
                        door(context),
                        value,
                        context.limits().get(limit),
                        Math.floorDiv(context.now(), DAY_MS) * DAY_MS,
                        context.now(),
                        context.limits().version(),
                        List.of())
                .withMembers(members.stream().map(m -> m.tk).sorted().toList())
                .withContext(null, List.of(context.key()));
    }

    @Override
    public void onAlarm(String name, StepContext<Signal> context) throws Exception {
        var crews = leases.value();
        if (crews != null && crews.lastActive + KEPT_MS <= context.now()) {
            leases.clear();
        }
    }

    @Override
    public void onRefused(LeaseVoice voice, DeadLetterReason reason, StepContext<Signal> context) {
        context.count("lease-voices." + reason);
    }
}
