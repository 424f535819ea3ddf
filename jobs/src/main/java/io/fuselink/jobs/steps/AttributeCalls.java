/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Binding;
import io.fuselink.events.BindingOp;
import io.fuselink.events.BindingVerdict;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Family;
import io.fuselink.events.Feed;
import io.fuselink.events.Initiator;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.RecentIds;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.jobs.types.CompactType;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Step 3, binding truth: what the live bindings of a middle number say about each call through it.
 * An attempt that no binding covers waits {@link #GRACE_MS} for a late BIND before it is called
 * unbound, because a platform's binding and call feeds are not in step. Owns the bindings feed, and what
 * is repeated within two minutes of all that touches a middle number.
 *
 * <p>State is cleared {@link #KEPT_AFTER_END_MS} after the last binding of the middle number ended.
 */
public final class AttributeCalls implements Step<Event, AttributedCall> {
    /** How long an uncovered attempt waits for its BIND, ms. */
    static final long GRACE_MS = 5_000;

    /** How long an ended binding is remembered so that calls through it are EXPIRED, not NO_BINDING: 72 h in ms. */
    static final long KEPT_AFTER_END_MS = 72 * 3_600_000L;

    private static final long FORGET_EVERY_MS = 6 * 3_600_000L;

    private static final String FORGET = "forget";
    private static final String JUDGE = "judge";

    /** Parties by token; {@link #ANYONE} where the binding names no second party. */
    private static final MapStateDescriptor<String, List<BindingInterval>> PARTIES =
            new MapStateDescriptor<>(
                    "binding-parties",
                    Types.STRING,
                    Types.LIST(CompactType.forRecord(BindingInterval.class)));

    /** When a binding was ended early, by its id: a repeated or late BIND must not bring it back. */
    private static final MapStateDescriptor<String, Long> ENDED =
            new MapStateDescriptor<>("ended-bindings", Types.STRING, Types.LONG);

    private static final ValueStateDescriptor<RecentIds> RECENT =
            new ValueStateDescriptor<>("recent-ids", TypeInformation.of(RecentIds.class));
    private static final ListStateDescriptor<Event> HELD =
            new ListStateDescriptor<>("held-attempts", CompactType.forRecord(Event.class));

    private static final String ANYONE = "*";

    private transient MapState<String, List<BindingInterval>> parties;
    private transient MapState<String, Long> ended;
    private transient ValueState<RecentIds> recent;
    private transient ListState<Event> held;

    @Override
    public void open(RuntimeContext runtime) {
        parties = runtime.getMapState(PARTIES);
        ended = runtime.getMapState(ENDED);
        recent = runtime.getState(RECENT);
        held = runtime.getListState(HELD);
    }

    @Override
    public void onEvent(Event event, StepContext<AttributedCall> context) throws Exception {
        var fresh = remember(event, context);
        if (event.feed() == Feed.BINDINGS) {
            context.account(fresh ? Outcome.PROCESSED : Outcome.DUPLICATE, Feed.BINDINGS);
            if (fresh) {
                bind(event, context);
            }
        } else if (!fresh) {
            // A repetition passed on would overtake the attempt that is held, and take its verdict
            // away.
            context.account(Outcome.DUPLICATE, event.feed());
        } else if (!isAttempt(event)) {
            context.emit(
                    attributed(
                            event, context.now(), BindingVerdict.NOT_APPLICABLE, covering(event)));
        } else {
            attribute(event, context);
        }
    }

    private boolean remember(Event event, StepContext<AttributedCall> context) throws Exception {
        var ids = recent.value();
        if (ids == null) {
            ids = new RecentIds();
        }
        var fresh = ids.add(event.feed() + event.header().eventId(), context.now());
        recent.update(ids);
        forgetAfter(context.now(), context);
        return fresh;
    }

    /** One alarm per six hours at most, however many calls. */
    private static void forgetAfter(long end, StepContext<AttributedCall> context) {
        context.alarm(
                (Math.floorDiv(end + KEPT_AFTER_END_MS, FORGET_EVERY_MS) + 1) * FORGET_EVERY_MS,
                FORGET);
    }

    private static boolean isAttempt(Event event) {
        return event.feed() == Feed.CALLS && event.call().attempt();
    }

    private void bind(Event event, StepContext<AttributedCall> context) throws Exception {
        var binding = event.binding();
        if (binding.op() == BindingOp.UNBIND
                || binding.op() == BindingOp.EXPIRE
                || binding.op() == BindingOp.LOCK) {
            end(binding, event.header().eventTime());
            return;
        }
        var endedAt = ended.get(binding.subId());
        if (endedAt != null && event.header().eventTime() > endedAt) {
            ended.remove(binding.subId());
            endedAt = null;
        }
        if (binding.op() == BindingOp.UPDATE) {
            remove(binding.subId());
        }
        put(binding.aTk(), interval(binding, Initiator.A, endedAt));
        put(
                binding.bTk() == null ? ANYONE : binding.bTk(),
                interval(binding, Initiator.B, endedAt));
        if (!binding.endless()) {
            forgetAfter(binding.expireTime(), context);
        }
    }

    private void put(String party, BindingInterval interval) throws Exception {
        var intervals = new ArrayList<BindingInterval>(of(party));
        intervals.removeIf(i -> i.subId().equals(interval.subId()));
        intervals.add(interval);
        parties.put(party, intervals);
    }

    private static BindingInterval interval(Binding binding, Initiator role, Long endedAt) {
        var interval = BindingInterval.of(binding, role);
        return endedAt == null ? interval : interval.endingAt(endedAt);
    }

    /** Ends a binding for all its parties, whether the message names them or not. */
    private void end(Binding binding, long at) throws Exception {
        ended.put(binding.subId(), at);
        for (var party : keys()) {
            var intervals = new ArrayList<>(of(party));
            intervals.replaceAll(i -> i.subId().equals(binding.subId()) ? i.endingAt(at) : i);
            parties.put(party, intervals);
        }
    }

    private void remove(String subId) throws Exception {
        for (var party : keys()) {
            var intervals = new ArrayList<>(of(party));
            if (intervals.removeIf(i -> i.subId().equals(subId))) {
                parties.put(party, intervals);
            }
        }
    }

    /** Whether the middle number is in anybody's live session. */
    private boolean inUse(long time) throws Exception {
        for (var intervals : parties.values()) {
            if (intervals.stream().anyMatch(i -> i.covers(time))) {
                return true;
            }
        }
        return false;
    }

    private List<BindingInterval> of(String party) throws Exception {
        var intervals = parties.get(party);
        return intervals == null ? List.of() : intervals;
    }

    /** What a number may call by: its own bindings, else those that name no second party. */
    private List<BindingInterval> rights(String party, long time) throws Exception {
        var own = of(party);
        var anyones = of(ANYONE);
        var byOwn = own.stream().anyMatch(i -> i.covers(time));
        var asAnyone = anyones.stream().anyMatch(i -> i.covers(time));
        return own.isEmpty() || asAnyone && !byOwn ? anyones : own;
    }

    private void attribute(Event event, StepContext<AttributedCall> context) throws Exception {
        var verdict = judge(event);
        if (verdict.unbound()) {
            held.add(event);
            context.alarm(context.now() + GRACE_MS, JUDGE);
        } else {
            context.emit(attributed(event, context.now(), verdict, covering(event)));
        }
    }

    @Override
    public void onAlarm(String name, StepContext<AttributedCall> context) throws Exception {
        switch (name) {
            case JUDGE -> judgeHeld(context);
            case FORGET -> forget(context.now());
            default -> throw new IllegalStateException("no alarm was set: " + name);
        }
    }

    private void judgeHeld(StepContext<AttributedCall> context) throws Exception {
        var stillHeld = new ArrayList<Event>();
        for (var event : held.get()) {
            if (event.ts() > context.now() - GRACE_MS) {
                stillHeld.add(event);
                continue;
            }
            var verdict = judge(event);
            var interval = covering(event);
            context.emit(attributed(event, context.now(), verdict, interval));
            if (verdict == BindingVerdict.EXPIRED) {
                tellExpired(event, interval, context);
            }
        }
        held.update(stillHeld);
    }

    private static void tellExpired(
            Event event, BindingInterval ended, StepContext<AttributedCall> context) {
        var call = event.call();
        var signal =
                Signal.of(
                                "EXPIRED_BINDING_CALL",
                                Family.BEHAVIOUR,
                                Subject.of(SubjectType.BINDING, ended.subId()),
                                (event.ts() - ended.until()) / 1000.0,
                                Binding.EXPIRY_GRACE_MS / 1000.0,
                                event.ts(),
                                context.now(),
                                context.limits().version(),
                                List.of(event.header().eventId()))
                        .withCall(call.callId(), call.fromTk(), call.toTk())
                        .withBinding(ended.subId())
                        .withContext(ended.purpose(), List.of("LEASE:" + ended.leaseKey()));
        context.count("signal." + signal.code());
        context.emit(SideOutputs.SIGNALS, signal);
    }

    private BindingVerdict judge(Event event) throws Exception {
        var call = event.call();
        var time = event.header().eventTime();
        var intervals = rights(call.fromTk(), time);
        BindingInterval live = null;
        var over = false;
        for (var interval : intervals) {
            if (interval.covers(time)) {
                live = interval;
            }
            over |= interval.over(time);
        }
        if (live == null) {
            return over
                    ? BindingVerdict.EXPIRED
                    : inUse(time) ? BindingVerdict.WRONG_PARTY : BindingVerdict.NO_BINDING;
        }
        if (!live.allows()) {
            return BindingVerdict.WRONG_DIRECTION;
        }
        var errand = live.purpose() != null && live.purpose().errand();
        return errand && !live.hasOrder() ? BindingVerdict.NO_ORDER : BindingVerdict.BOUND_OK;
    }

    /** The binding a call belongs to: the live one, else the one that ended last; null when there is none. */
    private BindingInterval covering(Event event) throws Exception {
        var from = event.feed() == Feed.CALLS ? event.call().fromTk() : event.cdr().fromTk();
        var intervals = rights(from, event.header().eventTime());
        BindingInterval best = null;
        for (var interval : intervals) {
            if (interval.from() <= event.header().eventTime()
                    && (best == null || interval.until() > best.until())) {
                best = interval;
            }
        }
        return best;
    }

    private static AttributedCall attributed(
            Event event, long at, BindingVerdict verdict, BindingInterval interval) {
        var bound = interval != null && !verdict.unbound();
        PurposeClass purpose = bound ? interval.purpose() : null;
        return new AttributedCall(
                event,
                at,
                verdict,
                interval == null ? null : interval.subId(),
                bound ? interval.leaseKey() : null,
                purpose);
    }

    private void forget(long now) throws Exception {
        var empty = true;
        for (var party : new ArrayList<>(keys())) {
            var intervals = new ArrayList<>(of(party));
            intervals.removeIf(
                    i -> i.until() != Long.MAX_VALUE && i.until() + KEPT_AFTER_END_MS <= now);
            if (intervals.isEmpty()) {
                parties.remove(party);
            } else {
                parties.put(party, intervals);
                empty = false;
            }
        }
        if (empty) {
            ended.clear();
            recent.clear();
        }
    }

    private List<String> keys() throws Exception {
        var keys = new ArrayList<String>();
        parties.keys().forEach(keys::add);
        return keys;
    }

    @Override
    public void onRefused(
            Event event, DeadLetterReason reason, StepContext<AttributedCall> context) {
        if (event.feed() == Feed.BINDINGS) {
            Accounts.refused(event, reason, context);
        } else {
            context.emit(attributed(event, event.ts(), BindingVerdict.HELD, null));
        }
    }
}
