/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.GroupKind;
import io.fuselink.events.GroupPartial;
import io.fuselink.events.GroupSnapshot;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.Distinct;
import io.fuselink.jobs.state.GroupMemory;
import io.fuselink.jobs.state.GroupMemory.HourShare;
import io.fuselink.jobs.state.GroupMemory.Member;
import io.fuselink.jobs.state.GroupMemory.MinuteCount;
import io.fuselink.jobs.state.Hashes;
import io.fuselink.jobs.state.Trace;
import io.fuselink.patterns.Limit;
import io.fuselink.patterns.groups.GroupRules;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 5: sees rotation above the number. Merges the minutes of the numbers that share a lease, trunk
 * or device, reads the group out once a minute, and tells what no single member shows.
 *
 * <p>State is over {@link #KEPT_MS} after the group was last active; the daily sweep clears it away.
 */
public final class ProfileGroups implements Step<GroupPartial, Signal> {
    private static final long MINUTE_MS = 60_000;
    private static final long TEN_MINUTES_MS = 10 * MINUTE_MS;
    private static final long HOUR_MS = 60 * MINUTE_MS;

    /** How long a silent group is remembered: 24 h in ms. */
    public static final long KEPT_MS = 24 * HOUR_MS;

    /** Members a signal names at most. */
    private static final int MEMBERS_NAMED = 200;

    /** Members of a device cohort that are accused one by one: domain.md §6.4. */
    private static final int COHORT = 50;

    private static final String READ = "read";

    private static final ValueStateDescriptor<GroupMemory> GROUP =
            new ValueStateDescriptor<>("group", TypeInformation.of(GroupMemory.class));

    private transient ValueState<GroupMemory> groups;

    /**
     * Groups whose minute is being merged, by key: a large group would else be written for each of its members.
     * The inbox delivers a moment's minutes and the alarm behind them in one go, so that nothing is in here
     * whenever a checkpoint is taken. Beyond the horizon of a replay nothing is read any more.
     */
    private transient Map<String, GroupMemory> opened;

    @Override
    public void open(RuntimeContext runtime) {
        groups = runtime.getState(GROUP);
        opened = new HashMap<>();
    }

    @Override
    public void onEvent(GroupPartial partial, StepContext<Signal> context) throws Exception {
        var group = opened(context);
        context.alarm(context.now(), READ);
        var member = group.join(partial.memberTk());
        if (member == null) {
            context.count("groups.members-beyond-cap");
            return;
        }
        merge(group, member, partial);
        group.lastActive = context.now();
    }

    private GroupMemory opened(StepContext<Signal> context) throws Exception {
        var group = opened.get(context.key());
        if (group == null) {
            var known = groups.value();
            group = known == null || over(known, context.now()) ? new GroupMemory() : known;
            opened.put(context.key(), group);
        }
        return group;
    }

    private static boolean over(GroupMemory group, long now) {
        return group.lastActive + KEPT_MS <= now;
    }

    private static void merge(GroupMemory group, Member member, GroupPartial partial) {
        member.mvno = partial.memberClass() == NumberClass.MVNO;
        member.purpose = partial.purpose();
        member.lastMinute = partial.minute();
        member.attempts1h = partial.attempts1h();
        member.inbound24h = partial.inbound24h();
        member.boundShare24h = partial.boundShare24h();
        member.minutes.add(
                new MinuteCount(partial.minute(), partial.attempts(), partial.answered()));
        var start = Math.floorDiv(partial.minute(), TEN_MINUTES_MS) * TEN_MINUTES_MS;
        var share =
                group.callees.stream()
                        .filter(c -> c.start == start)
                        .findFirst()
                        .orElseGet(
                                () -> {
                                    var fresh = new HourShare();
                                    fresh.start = start;
                                    group.callees.add(fresh);
                                    return fresh;
                                });
        for (var hash : partial.calleeHashes()) {
            share.callees.add(hash);
        }
    }

    @Override
    public void onAlarm(String name, StepContext<Signal> context) throws Exception {
        var group = opened.remove(context.key());
        read(group, context);
        groups.update(group);
    }

    /** Nearly every number has a handset, and is its only member: too many for an alarm each. */
    @Override
    public String sweptState() {
        return GROUP.getName();
    }

    @Override
    public void sweep(StepContext<Signal> context) throws Exception {
        if (over(groups.value(), context.now())) {
            groups.clear();
        }
    }

    private static void read(GroupMemory group, StepContext<Signal> context) {
        var now = context.now();
        group.members.forEach(m -> m.minutes.removeIf(c -> c.minute() <= now - HOUR_MS));
        group.members.removeIf(m -> m.minutes.isEmpty());
        group.callees.removeIf(c -> c.start <= now - HOUR_MS - TEN_MINUTES_MS);
        if (group.members.size() < 2) {
            return;
        }
        for (var signal : GroupRules.evaluate(snapshot(group, context), context.limits())) {
            if (tellOnce(group, signal)) {
                tell(signal, context);
            }
        }
    }

    private static boolean tellOnce(GroupMemory group, Signal signal) {
        var hash = Hashes.of(signal.code() + signal.windowStart());
        group.told.removeIf(t -> t.lastAt() < signal.at() - KEPT_MS);
        if (group.told.stream().anyMatch(t -> t.hash() == hash)) {
            return false;
        }
        group.told.add(new Trace(hash, signal.at()));
        return true;
    }

    /** Tells the group, and for a shared device also each number of the cohort: the SIMs act, not the device. */
    private static void tell(Signal signal, StepContext<Signal> context) {
        context.count("signal." + signal.code());
        context.emit(signal);
        if (signal.subjectType() == SubjectType.DEVICE) {
            for (var member :
                    signal.members().subList(0, Math.min(COHORT, signal.members().size()))) {
                context.emit(signal.about(Subject.number(member, 1)));
            }
        }
    }

    private static GroupSnapshot snapshot(GroupMemory group, StepContext<Signal> context) {
        var polite = context.limits().get(Limit.S03_POLITE_ATTEMPTS_1H);
        var attempts = group.members.stream().mapToInt(ProfileGroups::attempts).sum();
        var answered =
                group.members.stream()
                        .flatMap(m -> m.minutes.stream())
                        .mapToInt(MinuteCount::answered)
                        .sum();
        var distinct = Distinct.count(group.callees.stream().map(c -> c.callees).toList());
        var kindAndKey = context.key();
        var colon = kindAndKey.indexOf(':');
        return new GroupSnapshot(
                GroupKind.valueOf(kindAndKey.substring(0, colon)),
                kindAndKey.substring(colon + 1),
                context.now(),
                context.now() - HOUR_MS,
                group.members.size(),
                (int) group.members.stream().filter(m -> m.attempts1h < polite).count(),
                group.members.stream().mapToInt(m -> m.attempts1h).max().orElse(0),
                attempts,
                answered,
                attempts == 0 ? 0 : Math.min(1, (double) distinct / attempts),
                group.members.stream().mapToInt(m -> m.inbound24h).sum(),
                evenness(group.members, attempts),
                group.members.stream().mapToDouble(m -> m.boundShare24h).average().orElse(0),
                (double) group.members.stream().filter(m -> m.mvno).count() / group.members.size(),
                purpose(group),
                group.members.stream()
                        .sorted(
                                Comparator.comparingInt(ProfileGroups::attempts)
                                        .reversed()
                                        .thenComparing(m -> m.tk))
                        .limit(MEMBERS_NAMED)
                        .map(m -> m.tk)
                        .toList());
    }

    private static int attempts(Member member) {
        return member.minutes.stream().mapToInt(MinuteCount::attempts).sum();
    }

    /** Entropy of use over members as a share of its maximum. */
    private static double evenness(List<Member> members, int attempts) {
        if (attempts == 0) {
            return 0;
        }
        var entropy =
                members.stream()
                        .mapToDouble(m -> (double) attempts(m) / attempts)
                        .filter(share -> share > 0)
                        .map(share -> -share * Math.log(share))
                        .sum();
        return entropy / Math.log(members.size());
    }

    /** The purpose all members share, null when they differ. */
    private static PurposeClass purpose(GroupMemory group) {
        var purposes = group.members.stream().map(m -> m.purpose).distinct().toList();
        return purposes.size() == 1 && Objects.nonNull(purposes.get(0)) ? purposes.get(0) : null;
    }

    @Override
    public void onRefused(
            GroupPartial partial, DeadLetterReason reason, StepContext<Signal> context) {
        context.count("group-partials." + reason);
    }
}
