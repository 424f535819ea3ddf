/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Family;
import io.fuselink.events.NumberClass;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.Hashes;
import io.fuselink.jobs.state.LeaseMemory;
import io.fuselink.jobs.state.LeaseMemory.Bucket;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.patterns.Limit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 3b: how a lessee and its platform use their middle numbers: bursts of bindings, bindings nobody
 * calls through, pairs and orders bound again and again, bindings without consent, order or end, numbers
 * outside the 700 block. What concerns rules of the trade is told once a day and is a tag on lease or
 * platform, never on a subscriber.
 *
 * <p>Its main output names each lease once a day, for whoever looks up its owner. State is cleared
 * {@link #KEPT_MS} after the lease was last heard of.
 */
public final class ProfileLeases implements Step<LeaseNote, LeaseNote> {
    private static final long SECOND_MS = 1_000;
    private static final long MINUTE_MS = 60 * SECOND_MS;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final long DAY_MS = 24 * HOUR_MS;

    /** How long a silent lease is remembered: 48 h in ms. */
    public static final long KEPT_MS = 2 * DAY_MS;

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final String FORGET = "forget";
    private static final ValueStateDescriptor<LeaseMemory> LEASE =
            new ValueStateDescriptor<>("lease", TypeInformation.of(LeaseMemory.class));

    private transient ValueState<LeaseMemory> leases;

    @Override
    public void open(RuntimeContext runtime) {
        leases = runtime.getState(LEASE);
    }

    @Override
    public void onEvent(LeaseNote note, StepContext<LeaseNote> context) throws Exception {
        var lease = leases.value() == null ? new LeaseMemory() : leases.value();
        var bucket = lease.now(context.now());
        switch (note.kind()) {
            case BOUND -> bound(lease, bucket, note, context);
            case UNUSED -> {
                bucket.unused++;
                unused(lease, note, context);
            }
            case HASTY -> {
                bucket.hasty++;
                hasty(lease, note, context);
            }
            case STALE -> {
                bucket.stale++;
                once(
                        lease,
                        "STALE_BINDING",
                        lease(note),
                        hours(note.lifeMs()),
                        Limit.STALE_BINDING_H,
                        note,
                        context);
            }
            case NO_ORDER -> {
                bucket.noOrder++;
                share(
                        lease,
                        "S15_NO_ORDER_CALLS",
                        b -> b.noOrder,
                        Limit.NO_ORDER_SHARE,
                        note,
                        context);
            }
            case WRONG_DIRECTION -> {
                bucket.wrongDirection++;
                share(
                        lease,
                        "S15_WRONG_DIRECTION_CALLS",
                        b -> b.wrongDirection,
                        Limit.WRONG_DIRECTION_SHARE,
                        note,
                        context);
            }
            case QUARANTINED -> {
                bucket.quarantined++;
                tell(lease, "QUARANTINE_BREACH", lease(note), 1, 1, note, context);
            }
        }
        lease.lastActive = context.now();
        leases.update(lease);
        context.alarm((Math.floorDiv(context.now() + KEPT_MS, HOUR_MS) + 1) * HOUR_MS, FORGET);
    }

    private static void bound(
            LeaseMemory lease, Bucket bucket, LeaseNote note, StepContext<LeaseNote> context) {
        bucket.bound++;
        if (lease.lastBound != 0) {
            var gap = (context.now() - lease.lastBound) / (double) SECOND_MS;
            bucket.gaps++;
            bucket.gapSum += gap;
            bucket.gapSquares += gap * gap;
        }
        lease.lastBound = context.now();
        if (lease.tellOnce("LEASE", context.now())) {
            context.emit(note);
        }
        burst(lease, bucket, note, context);
        again(lease, note, context);
        trade(lease, bucket, note, context);
    }

    /** S13: many bindings at once, far beyond the lease's own day, and few parties that cannot serve them. */
    private static void burst(
            LeaseMemory lease, Bucket bucket, LeaseNote note, StepContext<LeaseNote> context) {
        var limits = context.limits();
        LeaseMemory.again(lease.parties, Hashes.of(note.aTk()), context.now(), 10 * MINUTE_MS);
        var parties = lease.parties.stream().filter(p -> p.last >= bucket.start).count();
        var usual = usual(lease, bucket);
        var limit =
                Math.max(
                        limits.get(Limit.S13_BINDS_10M),
                        usual * limits.get(Limit.S13_BASELINE_FACTOR));
        if (bucket.bound >= limit
                && bucket.bound >= parties * limits.get(Limit.S13_BINDS_PER_PARTY_10M)) {
            tell(lease, "S13_BIND_BURST", lease(note), bucket.bound, limit, note, context);
        }
        if (bucket.gaps >= limits.get(Limit.S13_BINDS_10M)) {
            var mean = bucket.gapSum / bucket.gaps;
            var variance = Math.max(0, bucket.gapSquares / bucket.gaps - mean * mean);
            var variation = mean == 0 ? 0 : Math.sqrt(variance) / mean;
            var most = limits.get(Limit.S13_GAP_VARIATION);
            if (variation <= most) {
                tell(lease, "S13_SCRIPTED_BINDS", lease(note), variation, most, note, context);
            }
        }
    }

    /** Bindings in ten minutes of the day before now, on average; of quiet minutes too. */
    private static double usual(LeaseMemory lease, Bucket now) {
        if (lease.buckets.size() < 2) {
            return 0;
        }
        var before = now.start - lease.buckets.get(0).start;
        var bound = lease.buckets.stream().filter(b -> b != now).mapToInt(b -> b.bound).sum();
        return bound / Math.max(1.0, before / (10.0 * MINUTE_MS));
    }

    /** The same pair, or the same order, bound again and again. */
    private static void again(LeaseMemory lease, LeaseNote note, StepContext<LeaseNote> context) {
        if (note.bTk() != null) {
            var pair = Hashes.of(note.aTk() + "|" + note.bTk());
            var times = LeaseMemory.again(lease.pairs, pair, context.now(), DAY_MS);
            once(
                    lease,
                    "S13_PAIR_REBOUND",
                    lease(note),
                    times,
                    Limit.S13_PAIR_BINDS_24H,
                    note,
                    context);
            tellBuyer(lease, pair, times, note, context);
        }
        if (note.orderTk() != null) {
            var order = Hashes.of(note.orderTk());
            var times = LeaseMemory.again(lease.orders, order, context.now(), DAY_MS);
            once(lease, "ORDER_REBOUND", lease(note), times, Limit.ORDER_BINDS_24H, note, context);
        }
    }

    /** Told of the buyer too: a faithful customer is one with a person behind, a hired one with a crew. */
    private static void tellBuyer(
            LeaseMemory lease,
            long pair,
            int times,
            LeaseNote note,
            StepContext<LeaseNote> context) {
        var most = context.limits().get(Limit.S13_PAIR_BINDS_24H);
        if (times >= most) {
            tell(
                    lease,
                    "S13_PAIR_REBOUND",
                    "S13_PAIR_REBOUND/" + pair,
                    Subject.number(note.bTk(), 1),
                    times,
                    most,
                    note,
                    context);
        }
    }

    /** Rules of the trade that a single binding shows. */
    private static void trade(
            LeaseMemory lease, Bucket bucket, LeaseNote note, StepContext<LeaseNote> context) {
        var errand = note.purpose() != null && note.purpose().errand();
        var longest = errand ? Limit.LONG_ERRAND_BINDING_H : Limit.LONG_BINDING_H;
        if (note.lifeMs() > context.limits().get(longest) * HOUR_MS) {
            bucket.lengthy++;
            once(lease, "LONG_BINDING", lease(note), hours(note.lifeMs()), longest, note, context);
        }
        if (!note.consented()) {
            bucket.noConsent++;
            share(lease, "NO_CONSENT", b -> b.noConsent, Limit.NO_CONSENT_SHARE, note, context);
        }
        var from = (int) context.limits().get(Limit.NON700_FROM, note.xProv());
        if (note.xClass() != NumberClass.NUMBER_PROTECTION && day(context.now()) >= from) {
            bucket.notOf700++;
            tell(
                    lease,
                    "S24_NON700_MIDDLE_NUMBER",
                    platform(note),
                    day(context.now()),
                    from,
                    note,
                    context);
        }
    }

    /** A day as yyyymmdd, which policies can write. */
    private static int day(long at) {
        var date = Instant.ofEpochMilli(at).atZone(BEIJING).toLocalDate();
        return (date.getYear() * 100 + date.getMonthValue()) * 100 + date.getDayOfMonth();
    }

    /** A lease lives by bindings that nobody could have run an errand for; then also who makes them is told. */
    private static void hasty(LeaseMemory lease, LeaseNote note, StepContext<LeaseNote> context) {
        share(lease, "HASTY_BINDINGS", b -> b.hasty, Limit.HASTY_SHARE, note, context);
        if (note.aTk() == null) {
            return;
        }
        var party = Hashes.of(note.aTk());
        var times = LeaseMemory.again(lease.hasty, party, context.now(), DAY_MS);
        var most = context.limits().get(Limit.HASTY_24H);
        if (times >= most
                && shareOf(lease, b -> b.hasty) >= context.limits().get(Limit.HASTY_SHARE)) {
            tell(
                    lease,
                    "HASTY_BINDINGS",
                    "HASTY_BINDINGS/" + party,
                    Subject.number(note.aTk(), 1),
                    times,
                    most,
                    note,
                    context);
        }
    }

    private static double shareOf(LeaseMemory lease, ToIntFunction<Bucket> what) {
        var bound = lease.buckets.stream().mapToInt(b -> b.bound).sum();
        return bound == 0 ? 0 : lease.buckets.stream().mapToInt(what).sum() / (double) bound;
    }

    private static void unused(LeaseMemory lease, LeaseNote note, StepContext<LeaseNote> context) {
        share(lease, "S13_BINDS_WITHOUT_CALL", b -> b.unused, Limit.UNUSED_SHARE, note, context);
    }

    /** Told when enough of the day's bindings are like this one. */
    private static void share(
            LeaseMemory lease,
            String code,
            ToIntFunction<Bucket> what,
            Limit limit,
            LeaseNote note,
            StepContext<LeaseNote> context) {
        var bound = lease.buckets.stream().mapToInt(b -> b.bound).sum();
        if (bound >= context.limits().get(Limit.LEASE_BINDS_24H)) {
            once(lease, code, lease(note), shareOf(lease, what), limit, note, context);
        }
    }

    private static void once(
            LeaseMemory lease,
            String code,
            Subject subject,
            double value,
            Limit limit,
            LeaseNote note,
            StepContext<LeaseNote> context) {
        if (value >= context.limits().get(limit)) {
            tell(lease, code, subject, value, context.limits().get(limit), note, context);
        }
    }

    private static void tell(
            LeaseMemory lease,
            String code,
            Subject subject,
            double value,
            double limit,
            LeaseNote note,
            StepContext<LeaseNote> context) {
        tell(lease, code, code, subject, value, limit, note, context);
    }

    /** Tells a fact once a day under this name. */
    private static void tell(
            LeaseMemory lease,
            String code,
            String name,
            Subject subject,
            double value,
            double limit,
            LeaseNote note,
            StepContext<LeaseNote> context) {
        if (!lease.tellOnce(name, context.now())) {
            return;
        }
        var signal =
                Signal.of(
                                code,
                                Family.BEHAVIOUR,
                                subject,
                                value,
                                limit,
                                Math.floorDiv(context.now(), DAY_MS) * DAY_MS,
                                context.now(),
                                context.limits().version(),
                                List.of())
                        .withBinding(note.subId())
                        .withContext(note.purpose(), List.of("LEASE:" + note.leaseKey()));
        context.count("signal." + code);
        context.emit(SideOutputs.SIGNALS, signal);
    }

    private static Subject lease(LeaseNote note) {
        return Subject.of(SubjectType.LEASE, note.leaseKey());
    }

    private static Subject platform(LeaseNote note) {
        return Subject.of(SubjectType.PLATFORM, note.platform());
    }

    private static double hours(long ms) {
        return ms / (double) HOUR_MS;
    }

    @Override
    public void onAlarm(String name, StepContext<LeaseNote> context) throws Exception {
        var lease = leases.value();
        if (lease != null && lease.lastActive + KEPT_MS <= context.now()) {
            leases.clear();
        }
    }

    @Override
    public void onRefused(LeaseNote note, DeadLetterReason reason, StepContext<LeaseNote> context) {
        context.count("lease-notes." + reason);
    }
}
