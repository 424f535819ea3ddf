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
import io.fuselink.jobs.state.LeaseCounts;
import io.fuselink.jobs.state.LeaseMemory;
import io.fuselink.jobs.state.LeaseMemory.Common;
import io.fuselink.jobs.state.LeaseMemory.Kind;
import io.fuselink.jobs.state.LeaseMemory.Shared;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.patterns.Limit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.flink.api.common.functions.RuntimeContext;

/**
 * Step 3b: how a lessee and its platform use their middle numbers: bursts of bindings, bindings nobody
 * calls through, pairs and orders bound again and again, one device or address behind many parties,
 * bindings without consent, order or end, numbers outside the 700 block. What concerns rules of the trade
 * is told once a day and is a tag on lease or platform, never on a subscriber.
 *
 * <p>Its main output names each lease once a day, for whoever looks up its owner. State is cleared
 * {@link #KEPT_MS} after the lease was last heard of.
 */
public final class ProfileLeases implements Step<LeaseNote, LeaseNote> {
    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;

    /** How long a silent lease is remembered: 48 h in ms. */
    public static final long KEPT_MS = 2 * DAY_MS;

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final String FORGET = "forget";

    private transient LeaseMemory lease;

    @Override
    public void open(RuntimeContext runtime) {
        lease = LeaseMemory.open(runtime);
    }

    @Override
    public void onEvent(LeaseNote note, StepContext<LeaseNote> context) throws Exception {
        lease.hear(context.now());
        var counts = lease.day().now;
        switch (note.kind()) {
            case BOUND -> bound(note, context);
            case UNUSED -> {
                counts.unused++;
                unused(note, context);
            }
            case HASTY -> {
                counts.hasty++;
                hasty(note, context);
            }
            case STALE ->
                    once(
                            "STALE_BINDING",
                            lease(note),
                            hours(note.lifeMs()),
                            Limit.STALE_BINDING_H,
                            note,
                            context);
            case NO_ORDER -> {
                counts.noOrder++;
                share("S15_NO_ORDER_CALLS", c -> c.noOrder, Limit.NO_ORDER_SHARE, note, context);
            }
            case WRONG_DIRECTION -> {
                counts.wrongDirection++;
                share(
                        "S15_WRONG_DIRECTION_CALLS",
                        c -> c.wrongDirection,
                        Limit.WRONG_DIRECTION_SHARE,
                        note,
                        context);
            }
            case QUARANTINED -> tell("QUARANTINE_BREACH", lease(note), 1, 1, note, context);
        }
        lease.keep();
        context.alarm((Math.floorDiv(context.now() + KEPT_MS, HOUR_MS) + 1) * HOUR_MS, FORGET);
    }

    private void bound(LeaseNote note, StepContext<LeaseNote> context) throws Exception {
        lease.day().bind(context.now());
        if (lease.nameOnce()) {
            context.emit(note);
        }
        burst(note, context);
        again(note, context);
        oneDevice(note, context);
        fakeOrders(note, context);
        trade(note, context);
    }

    /** S13: many bindings at once, far beyond the lease's own day, and few parties that cannot serve them. */
    private void burst(LeaseNote note, StepContext<LeaseNote> context) throws Exception {
        var limits = context.limits();
        var day = lease.day();
        if (lease.again(Kind.PARTY, Hashes.of(note.aTk())) == 1) {
            day.parties++;
        }
        var limit =
                Math.max(
                        limits.get(Limit.S13_BINDS_10M),
                        day.usual() * limits.get(Limit.S13_BASELINE_FACTOR));
        if (day.now.bound >= limit
                && day.now.bound >= day.parties * limits.get(Limit.S13_BINDS_PER_PARTY_10M)) {
            tell("S13_BIND_BURST", lease(note), day.now.bound, limit, note, context);
        }
        if (day.gaps >= limits.get(Limit.S13_BINDS_10M)) {
            var variation = day.gapVariation();
            var most = limits.get(Limit.S13_GAP_VARIATION);
            if (variation <= most) {
                tell("S13_SCRIPTED_BINDS", lease(note), variation, most, note, context);
            }
        }
    }

    /** The same pair, or the same order, bound again and again. */
    private void again(LeaseNote note, StepContext<LeaseNote> context) throws Exception {
        if (note.bTk() != null) {
            var pair = Hashes.of(note.aTk() + "|" + note.bTk());
            var times = lease.again(Kind.PAIR, pair);
            once("S13_PAIR_REBOUND", lease(note), times, Limit.S13_PAIR_BINDS_24H, note, context);
            tellBuyer(pair, times, note, context);
        }
        if (note.orderTk() != null) {
            var order = Hashes.of(note.orderTk());
            var times = lease.again(Kind.ORDER, order);
            once("ORDER_REBOUND", lease(note), times, Limit.ORDER_BINDS_24H, note, context);
        }
    }

    /** Told of the buyer too: a faithful customer is one with a person behind, a hired one with a crew. */
    private void tellBuyer(long pair, int times, LeaseNote note, StepContext<LeaseNote> context)
            throws Exception {
        var most = context.limits().get(Limit.S13_PAIR_BINDS_24H);
        if (times >= most) {
            tell(
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
    private void trade(LeaseNote note, StepContext<LeaseNote> context) throws Exception {
        var errand = note.purpose() != null && note.purpose().errand();
        var longest = errand ? Limit.LONG_ERRAND_BINDING_H : Limit.LONG_BINDING_H;
        if (note.lifeMs() > context.limits().get(longest) * HOUR_MS) {
            once("LONG_BINDING", lease(note), hours(note.lifeMs()), longest, note, context);
        }
        if (!note.consented()) {
            lease.day().now.noConsent++;
            share("NO_CONSENT", c -> c.noConsent, Limit.NO_CONSENT_SHARE, note, context);
        }
        var from = (int) context.limits().get(Limit.NON700_FROM, note.xProv());
        if (note.xClass() != NumberClass.NUMBER_PROTECTION && day(context.now()) >= from) {
            tell(
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
    private void hasty(LeaseNote note, StepContext<LeaseNote> context) throws Exception {
        share("HASTY_BINDINGS", c -> c.hasty, Limit.HASTY_SHARE, note, context);
        hollow(note, context);
        if (note.aTk() == null) {
            return;
        }
        var party = Hashes.of(note.aTk());
        var times = lease.again(Kind.HASTY, party);
        var most = context.limits().get(Limit.HASTY_24H);
        if (times >= most && shareOf(c -> c.hasty) >= context.limits().get(Limit.HASTY_SHARE)) {
            tell(
                    "HASTY_BINDINGS",
                    "HASTY_BINDINGS/" + party,
                    Subject.number(note.aTk(), 1),
                    times,
                    most,
                    note,
                    context);
        }
    }

    private double shareOf(ToIntFunction<LeaseCounts> what) {
        var bound = lease.day().of(c -> c.bound);
        return bound == 0 ? 0 : lease.day().of(what) / (double) bound;
    }

    private void unused(LeaseNote note, StepContext<LeaseNote> context) throws Exception {
        share("S13_BINDS_WITHOUT_CALL", c -> c.unused, Limit.UNUSED_SHARE, note, context);
        hollow(note, context);
        crowd(note, context);
    }

    /** One device for many or for both sides says something only of bindings that are not lived in. */
    private void hollow(LeaseNote note, StepContext<LeaseNote> context) throws Exception {
        if (!isHollow(context)) {
            return;
        }
        tellOneDevice(lease.day().handsOf(context.now()), note, context);
        share("S13_SELF_ORDERS", c -> c.selfOrdered, Limit.S13_SELF_ORDER_SHARE, note, context);
    }

    /** Whether so far most of the lease's day came to nothing: ended without a call, or with the first. */
    private boolean isHollow(StepContext<LeaseNote> context) {
        var limits = context.limits();
        return lease.day().of(c -> c.bound) >= limits.get(Limit.LEASE_BINDS_24H)
                && (shareOf(c -> c.unused) >= limits.get(Limit.UNUSED_SHARE)
                        || shareOf(c -> c.hasty) >= limits.get(Limit.HASTY_SHARE));
    }

    /**
     * Row 20: a script works through rented numbers from one device. Look-alikes: a tablet that a shift or a
     * family shares, and a dispatcher or shop owner who binds for all clerks at noon. The clerks then call, and
     * the one who binds has a human pace, or sends a whole list at once; so the device must keep time like a
     * clock, or the lease's bindings come to nothing, which may show only hours later.
     */
    private void oneDevice(LeaseNote note, StepContext<LeaseNote> context) throws Exception {
        if (note.aDevice() == 0) {
            return;
        }
        var device = lease.share(Common.DEVICE, note.aDevice(), Hashes.of(note.aTk()));
        var parties = device.parties().size();
        lease.day().hands(parties, context.now());
        if (isClockwork(device, context) || isHollow(context)) {
            tellOneDevice(parties, note, context);
        }
    }

    private static boolean isClockwork(Shared device, StepContext<LeaseNote> context) {
        var limits = context.limits();
        return device.meanGap() >= limits.get(Limit.S13_DEVICE_GAP_S)
                && device.gapVariation() <= limits.get(Limit.S13_GAP_VARIATION);
    }

    private void tellOneDevice(int parties, LeaseNote note, StepContext<LeaseNote> context)
            throws Exception {
        once(
                "S13_ONE_DEVICE_BINDS",
                lease(note),
                parties,
                Limit.S13_PARTIES_PER_DEVICE_10M,
                note,
                context);
    }

    /**
     * Row 21: who sells is who buys, or one address takes in what many ordered. Look-alikes of the former: the
     * leader of a community's group buying, a village's service point, a pharmacy, who order for others from
     * their own device. Their customers are called, so the lease's bindings must come to nothing too.
     */
    private void fakeOrders(LeaseNote note, StepContext<LeaseNote> context) throws Exception {
        if (note.oneDevice()) {
            lease.day().now.selfOrdered++;
            hollow(note, context);
        }
        if (note.bAddress() != 0 && note.bTk() != null) {
            var address = lease.share(Common.ADDRESS, note.bAddress(), Hashes.of(note.bTk()));
            if (address.parties().size() >= context.limits().get(Limit.S13_ADDRESS_PARTIES_24H)) {
                lease.day().crowd(address, context.now());
            }
            crowd(note, context);
        }
    }

    /**
     * An address of many parties says nothing by itself. Where an office tower or a post room is served,
     * couriers call from below, so most bindings must end without a call; into a parcel locker they deliver
     * without one, but it is one of many addresses on the round, so this one must be a good part of what the
     * lease does, counted in bindings, since hired buyers order more than once. Whether the calls are missing at
     * this very address is not known, since a binding that ends does not say where it was served.
     */
    private void crowd(LeaseNote note, StepContext<LeaseNote> context) throws Exception {
        var limits = context.limits();
        var bound = lease.day().of(c -> c.bound);
        if (bound >= limits.get(Limit.LEASE_BINDS_24H)
                && shareOf(c -> c.unused) >= limits.get(Limit.UNUSED_SHARE)
                && lease.day().crowdShare() >= limits.get(Limit.S13_ADDRESS_SHARE)) {
            once(
                    "S13_ONE_ADDRESS",
                    lease(note),
                    lease.day().crowdOf(context.now()),
                    Limit.S13_ADDRESS_PARTIES_24H,
                    note,
                    context);
        }
    }

    /** Told when enough of the day's bindings are like this one. */
    private void share(
            String code,
            ToIntFunction<LeaseCounts> what,
            Limit limit,
            LeaseNote note,
            StepContext<LeaseNote> context)
            throws Exception {
        if (lease.day().of(c -> c.bound) >= context.limits().get(Limit.LEASE_BINDS_24H)) {
            once(code, lease(note), shareOf(what), limit, note, context);
        }
    }

    private void once(
            String code,
            Subject subject,
            double value,
            Limit limit,
            LeaseNote note,
            StepContext<LeaseNote> context)
            throws Exception {
        if (value >= context.limits().get(limit)) {
            tell(code, subject, value, context.limits().get(limit), note, context);
        }
    }

    private void tell(
            String code,
            Subject subject,
            double value,
            double limit,
            LeaseNote note,
            StepContext<LeaseNote> context)
            throws Exception {
        tell(code, code, subject, value, limit, note, context);
    }

    /** Tells a fact once a day under this name. */
    private void tell(
            String code,
            String name,
            Subject subject,
            double value,
            double limit,
            LeaseNote note,
            StepContext<LeaseNote> context)
            throws Exception {
        if (!lease.tellOnce(name)) {
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
        lease.forget(context.now(), KEPT_MS);
    }

    @Override
    public void onRefused(LeaseNote note, DeadLetterReason reason, StepContext<LeaseNote> context) {
        context.count("lease-notes." + reason);
    }
}
