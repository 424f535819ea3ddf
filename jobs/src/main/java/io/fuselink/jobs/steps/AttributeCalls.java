/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Binding;
import io.fuselink.events.BindingOp;
import io.fuselink.events.BindingVerdict;
import io.fuselink.events.CallLeg;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Family;
import io.fuselink.events.Feed;
import io.fuselink.events.Initiator;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.Signal;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.breaker.BreakerNews;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.Hashes;
import io.fuselink.jobs.state.MiddleNumber;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.jobs.types.CompactType;
import io.fuselink.patterns.Limit;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 3, binding truth: what the live bindings of a middle number say about each call through it. An
 * attempt that no binding covers waits for a late BIND, because a platform's binding and call feeds are
 * not in step; then the verdict falls only if the platform's feed has proven to be alive since the
 * call, and the attempt is HELD otherwise. Police pushes ask here first whether what they point at is a
 * middle number. Owns the bindings feed, and what is repeated within two
 * minutes of all that touches a middle number.
 *
 * <p>State is cleared {@link BindingBook#KEPT_AFTER_END_MS} after the last binding of the middle number
 * ended.
 */
public final class AttributeCalls implements Step<Event, AttributedCall> {
    private static final long SECOND_MS = 1_000;
    private static final long HOUR_MS = 3_600 * SECOND_MS;
    private static final long FORGET_EVERY_MS = 6 * HOUR_MS;

    /** When, after its grace, a held attempt is looked at again, in ms; the last is the policy's. */
    private static final long[] LOOKS_AFTER_MS = {2_000, 5_000, 10_000, 25_000, 55_000};

    /** No errand is run, rung about and over in less, in ms. */
    private static final long HASTY_MS = 90 * SECOND_MS;

    private static final String FORGET = "forget";
    private static final String JUDGE = "judge";

    private static final ValueStateDescriptor<MiddleNumber> NUMBER =
            new ValueStateDescriptor<>("middle-number", TypeInformation.of(MiddleNumber.class));
    private static final ListStateDescriptor<Event> HELD =
            new ListStateDescriptor<>("held-attempts", CompactType.forRecord(Event.class));

    private transient BindingBook book;
    private transient ValueState<MiddleNumber> numbers;
    private transient ListState<Event> held;

    @Override
    public void open(RuntimeContext runtime) {
        book = new BindingBook(runtime);
        numbers = runtime.getState(NUMBER);
        held = runtime.getListState(HELD);
    }

    /** What an authority orders waits for nothing, unless it must be known who is bound behind a middle number. */
    @Override
    public boolean immediate(Event event) {
        return event.feed() == Feed.CASES && !Routing.orderedTarget(event).middleNumber();
    }

    @Override
    public void onEvent(Event event, StepContext<AttributedCall> context) throws Exception {
        if (event.feed() == Feed.CASES) {
            ordered(event, context);
            return;
        }
        var number = known();
        var fresh = remember(number, event, context);
        if (fresh && event.feed() == Feed.BINDINGS) {
            learn(number, event);
        }
        numbers.update(number);
        if (event.feed() == Feed.BINDINGS) {
            if (!Routing.secondNumber(event)) {
                context.account(fresh ? Outcome.PROCESSED : Outcome.DUPLICATE, Feed.BINDINGS);
            }
            if (fresh) {
                binding(number, event, context);
            }
        } else if (!fresh) {
            // A repetition passed on would overtake the attempt that is held, and take its verdict
            // away.
            context.account(Outcome.DUPLICATE, event.feed());
        } else if (Routing.showsMiddleNumberOnly(event)) {
            tellSpoofed(event, context);
            context.emit(attributed(event, context.now(), BindingVerdict.NOT_APPLICABLE, null));
        } else if (!isAttempt(event)) {
            context.emit(
                    attributed(
                            event, context.now(), BindingVerdict.NOT_APPLICABLE, covering(event)));
        } else {
            attribute(event, context);
        }
    }

    /**
     * An order about a number goes on to it. About a middle number, which is nobody's, it is narrowed to
     * the pair that was bound when it was given; where there was none, or several, the breaker refuses it.
     */
    private void ordered(Event event, StepContext<AttributedCall> context) throws Exception {
        var target = Routing.orderedTarget(event);
        if (provider() == null && !target.middleNumber()) {
            context.emit(AttributedCall.plain(event));
            context.emit(SideOutputs.ORDERS, event);
            return;
        }
        context.count("orders.at-a-middle-number");
        var middleTk = context.key();
        var owned = Routing.owns(event, target);
        var pairs = book.inForce(event.push().issuedAt());
        var alone = pairs.size() == 1 && event.push().instruction().restricts();
        context.emit(
                SideOutputs.BREAKER_NEWS,
                BreakerNews.ofMiddleNumber(
                        middleTk,
                        alone ? Routing.narrowed(event, pairs.get(0)) : event,
                        alone ? pairs.get(0) : middleTk,
                        pairs.size(),
                        owned));
    }

    private MiddleNumber known() throws Exception {
        var number = numbers.value();
        return number == null ? new MiddleNumber() : number;
    }

    private static void learn(MiddleNumber number, Event event) {
        number.platform = event.header().provider();
        if (event.binding().op() == BindingOp.LOCK) {
            number.lockedSince = event.header().eventTime();
        } else if (event.binding().op() == BindingOp.UNLOCK) {
            number.lockedSince = 0;
        }
    }

    private static boolean remember(
            MiddleNumber number, Event event, StepContext<AttributedCall> context) {
        var id = Hashes.of(event.header().eventId(), event.feed());
        var looksAt = forgottenBy(context.now());
        // One alarm per six hours at most, however many calls.
        if (looksAt != number.looksAt) {
            number.looksAt = looksAt;
            context.alarm(looksAt, FORGET);
        }
        return number.recentIds.add(id, context.now());
    }

    private static long forgottenBy(long end) {
        var after = end + BindingBook.KEPT_AFTER_END_MS;
        return (Math.floorDiv(after, FORGET_EVERY_MS) + 1) * FORGET_EVERY_MS;
    }

    private static boolean isAttempt(Event event) {
        return event.feed() == Feed.CALLS && event.call().attempt();
    }

    private void binding(MiddleNumber number, Event event, StepContext<AttributedCall> context)
            throws Exception {
        var binding = event.binding();
        var at = event.header().eventTime();
        if (BindingBook.ends(binding.op())) {
            var interval = book.end(binding, at);
            if (binding.op() != BindingOp.LOCK && interval != null && !interval.over(at)) {
                tellEnded(number, interval, binding, at, context);
            }
            return;
        }
        book.bind(binding, at);
        if (!binding.endless()) {
            context.alarm(forgottenBy(binding.expireTime()), FORGET);
        }
        if (binding.op() == BindingOp.BIND && !Routing.secondNumber(event)) {
            tellBound(number, binding, at, context);
        }
    }

    /** Nobody called, or the errand was over before anybody could have run it. */
    private static void tellEnded(
            MiddleNumber number,
            BindingInterval interval,
            Binding binding,
            long at,
            StepContext<AttributedCall> context) {
        if (!interval.used()) {
            note(
                    LeaseNote.of(LeaseNote.Kind.UNUSED, interval, number.platform, context.now()),
                    context);
        } else if (interval.errand() && at - interval.from() < HASTY_MS) {
            note(
                    LeaseNote.of(LeaseNote.Kind.HASTY, interval, number.platform, context.now())
                            .by(binding.aTk()),
                    context);
        }
    }

    private static void tellBound(
            MiddleNumber number, Binding binding, long at, StepContext<AttributedCall> context) {
        note(LeaseNote.of(LeaseNote.Kind.BOUND, binding, number.platform, context.now()), context);
        if (number.lockedSince != 0 && at > number.lockedSince) {
            note(
                    LeaseNote.of(
                            LeaseNote.Kind.QUARANTINED, binding, number.platform, context.now()),
                    context);
        }
        var staleAfter = (long) context.limits().get(Limit.STALE_BINDING_H) * HOUR_MS;
        if (binding.purpose() != null
                && binding.purpose().errand()
                && (binding.endless() || binding.expireTime() - binding.bindTime() > staleAfter)) {
            context.alarm(context.now() + staleAfter, FORGET);
        }
    }

    private static void note(LeaseNote note, StepContext<AttributedCall> context) {
        context.emit(SideOutputs.LEASE_NOTES, note);
    }

    private String provider() throws Exception {
        return known().platform;
    }

    private void attribute(Event event, StepContext<AttributedCall> context) throws Exception {
        var standing = standing(event);
        var verdict = standing.verdict();
        if (verdict.unbound()) {
            held.add(event);
            context.alarm(context.now() + grace(context), JUDGE);
            return;
        }
        var interval = standing.interval();
        book.use(interval, event.call().fromTk());
        context.emit(attributed(event, context.now(), verdict, interval));
        if (verdict == BindingVerdict.NO_ORDER) {
            note(
                    LeaseNote.of(LeaseNote.Kind.NO_ORDER, interval, provider(), context.now()),
                    context);
        } else if (verdict == BindingVerdict.WRONG_DIRECTION) {
            note(
                    LeaseNote.of(
                            LeaseNote.Kind.WRONG_DIRECTION, interval, provider(), context.now()),
                    context);
        }
    }

    private static long grace(StepContext<AttributedCall> context) {
        return (long) (context.limits().get(Limit.BINDING_GRACE_S) * SECOND_MS);
    }

    @Override
    public void onAlarm(String name, StepContext<AttributedCall> context) throws Exception {
        switch (name) {
            case JUDGE -> judgeHeld(context);
            case FORGET -> forget(context);
            default -> throw new IllegalStateException("no alarm was set: " + name);
        }
    }

    private void judgeHeld(StepContext<AttributedCall> context) throws Exception {
        var stillHeld = new ArrayList<Event>();
        for (var event : held.get()) {
            if (event.ts() + grace(context) > context.now() || waits(event, context)) {
                stillHeld.add(event);
            }
        }
        held.update(stillHeld);
    }

    /** Gives the verdict on an attempt, unless it is too early for one. */
    private boolean waits(Event event, StepContext<AttributedCall> context) throws Exception {
        var standing = standing(event);
        var verdict = standing.verdict();
        if (verdict.unbound() && !vouched(event, context)) {
            var patience = (long) context.limits().get(Limit.BINDING_HELD_S) * SECOND_MS;
            var over = event.ts() + patience;
            if (context.now() < over
                    && !context.feeds().fails(platformOf(event, context), context.now())) {
                context.alarm(Math.min(over, nextLook(event, context)), JUDGE);
                return true;
            }
            context.count("verdict.HELD");
            context.emit(attributed(event, context.now(), BindingVerdict.HELD, null));
            return false;
        }
        var interval = standing.interval();
        if (!verdict.unbound()) {
            book.use(interval, event.call().fromTk());
        }
        context.emit(attributed(event, context.now(), verdict, interval));
        if (verdict == BindingVerdict.EXPIRED) {
            tellExpired(event, interval, context);
        } else if (verdict == BindingVerdict.NO_BINDING && showsMiddleNumber(event)) {
            tellSpoofed(event, context);
        }
        return false;
    }

    private static long nextLook(Event event, StepContext<AttributedCall> context) {
        var graceOver = event.ts() + grace(context);
        for (var after : LOOKS_AFTER_MS) {
            if (graceOver + after > context.now()) {
                return graceOver + after;
            }
        }
        return Long.MAX_VALUE;
    }

    /** Whether the platform's feed has proven that it would have told of a binding. */
    private boolean vouched(Event event, StepContext<AttributedCall> context) throws Exception {
        return context.feeds()
                .vouch(platformOf(event, context), event.header().eventTime(), context.now());
    }

    /** Whose number it is: of who told of its bindings, else of who tells of the call if that is a platform; null when it may be anybody's. */
    private String platformOf(Event event, StepContext<AttributedCall> context) throws Exception {
        var known = provider();
        var teller = event.header().provider();
        return known != null ? known : context.feeds().knows(teller) ? teller : null;
    }

    private static boolean showsMiddleNumber(Event event) {
        return event.call().leg() == CallLeg.DIRECT
                && event.call().displayClass() == NumberClass.NUMBER_PROTECTION;
    }

    private static void tellSpoofed(Event event, StepContext<AttributedCall> context) {
        var call = event.call();
        var signal =
                Signal.of(
                                "S24_SPOOFED_700",
                                Family.BEHAVIOUR,
                                Subject.number(call.fromTk(), 1),
                                1,
                                1,
                                event.ts(),
                                context.now(),
                                context.limits().version(),
                                List.of(event.header().eventId()))
                        .withCall(call.callId(), call.fromTk(), call.toTk());
        emit(signal, context);
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
        emit(signal, context);
    }

    private static void emit(Signal signal, StepContext<AttributedCall> context) {
        context.count("signal." + signal.code());
        context.emit(SideOutputs.SIGNALS, signal);
    }

    private BindingBook.Standing standing(Event event) throws Exception {
        return book.standing(event.call().fromTk(), event.header().eventTime());
    }

    private BindingInterval covering(Event event) throws Exception {
        var from = event.feed() == Feed.CALLS ? event.call().fromTk() : event.cdr().fromTk();
        return book.covering(from, event.header().eventTime());
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
                purpose,
                bound && interval.role() == Initiator.A);
    }

    private void forget(StepContext<AttributedCall> context) throws Exception {
        tellStale(context);
        if (book.forget(context.now())) {
            numbers.clear();
        }
    }

    /** Bindings that should long be over; told at the first look after their time, as each has one. */
    private void tellStale(StepContext<AttributedCall> context) throws Exception {
        var staleAfter = (long) context.limits().get(Limit.STALE_BINDING_H) * HOUR_MS;
        for (var interval : book.all()) {
            var age = context.now() - interval.from();
            if (interval.errand() && interval.until() > context.now() && age >= staleAfter) {
                note(
                        LeaseNote.of(LeaseNote.Kind.STALE, interval, provider(), context.now()),
                        context);
            }
        }
    }

    @Override
    public void onRefused(Event event, DeadLetterReason reason, StepContext<AttributedCall> context)
            throws Exception {
        if (event.feed() == Feed.CASES) {
            ordered(event, context);
        } else if (event.feed() == Feed.BINDINGS) {
            if (!Routing.secondNumber(event)) {
                Accounts.refused(event, reason, context);
            }
        } else {
            context.emit(attributed(event, event.ts(), BindingVerdict.HELD, null));
        }
    }
}
