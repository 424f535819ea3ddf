/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.AckStatus;
import io.fuselink.events.BindingVerdict;
import io.fuselink.events.CallEvent;
import io.fuselink.events.CallLeg;
import io.fuselink.events.Cdr;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.DeviceState;
import io.fuselink.events.Event;
import io.fuselink.events.FailClass;
import io.fuselink.events.Feed;
import io.fuselink.events.GroupKind;
import io.fuselink.events.GroupPartial;
import io.fuselink.events.NumberClass;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.PurposeScope;
import io.fuselink.events.Signal;
import io.fuselink.events.SmsMeta;
import io.fuselink.events.SmsTemplate;
import io.fuselink.events.SpoofShape;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.events.TrunkType;
import io.fuselink.jobs.breaker.BreakerNews;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.Caller;
import io.fuselink.jobs.state.CdrFingerprints;
import io.fuselink.jobs.state.Hashes;
import io.fuselink.jobs.state.MinuteInGroup;
import io.fuselink.jobs.state.NumberProfile;
import io.fuselink.jobs.state.OpenCall;
import io.fuselink.jobs.state.ProfileForm;
import io.fuselink.jobs.state.ProfileHead;
import io.fuselink.jobs.state.RecentIds;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.patterns.Limit;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.behaviour.NumberRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * Step 4: keeps every number's profile. Order, duplicates and features live in this one step, so that
 * training rows and serving rows come from the same code in the same order. Each call visits its
 * initiator, who owns it in the conservation law, and its recipient. Emits the profile whenever a
 * score is due, signals, and the number's minutes for its groups.
 *
 * <p>State is cleared {@link #KEPT_MS} after the number was last active.
 */
public final class ProfileNumbers implements Step<Visit, NumberSnapshot> {
    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;

    /** How long a silent number is remembered: 30 days in ms (new-callee circle of domain.md §3.2). */
    public static final long KEPT_MS = 30 * DAY_MS;

    /** S16: the first call of a relay is shorter than this, in ms. */
    private static final long RELAY_SHORT_MS = 3 * MINUTE_MS;

    /** S18: codes of one call arrive within this of each other, in ms. */
    private static final long CODES_WINDOW_MS = 5 * MINUTE_MS;

    /** An errand is over after this, in ms. */
    private static final long ERRAND_MS = 6 * HOUR_MS;

    /** A number tells its footprint again after this, in ms. */
    private static final long FOOTPRINT_MS = 10 * MINUTE_MS;

    /** Calls of a day from which on a number has a footprint. */
    private static final int FOOTPRINT_ATTEMPTS = 8;

    /** After so long without a footprint a number begins anew to call strangers, in ms. */
    private static final long RISEN_MS = DAY_MS;

    /** Feeds whose events a holder's profile reads and another step accounts for. */
    private static final Set<Feed> OTHERS_OWN = EnumSet.of(Feed.PURPOSES, Feed.SMS);

    /** Flink's name of the sizes of profiles as they are written, bytes. */
    public static final String SIZE_METRIC = "profileBytes";

    /** So many of the latest tell the median. */
    private static final int SIZES_KEPT = 10_000;

    private static final String TELL_MINUTE = "tell-minute";
    private static final String LONG_CALL = "long-call:";

    private static final ValueStateDescriptor<byte[]> PROFILE =
            new ValueStateDescriptor<>(
                    "profile", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private final Set<String> cdrOnlyProviders;

    private transient ValueState<byte[]> profiles;
    private transient Histogram sizes;

    public ProfileNumbers(Set<String> cdrOnlyProviders) {
        this.cdrOnlyProviders = Set.copyOf(cdrOnlyProviders);
    }

    @Override
    public void open(RuntimeContext runtime) {
        profiles = runtime.getState(PROFILE);
        sizes =
                runtime.getMetricGroup()
                        .histogram(SIZE_METRIC, new DescriptiveStatisticsHistogram(SIZES_KEPT));
    }

    /**
     * A push waits for nothing: what is known now is what is known. What a party says about its block,
     * and who is about to pay, is heard in its place among the calls.
     */
    @Override
    public boolean immediate(Visit visit) {
        return visit.role() == Visit.Role.ACCUSED && visit.call().event().feed() == Feed.CASES;
    }

    @Override
    public void onEvent(Visit visit, StepContext<NumberSnapshot> context) throws Exception {
        if (passing(visit) && pass(visit, context)) {
            return;
        }
        var profile = profile(context.now());
        if (visit.role() == Visit.Role.SPEAKER) {
            profile.spoke(visit.speech().spoken());
            profile.seen(context.now());
            keep(profile);
            return;
        }
        if (visit.role() == Visit.Role.ACCUSED) {
            accused(profile, visit, context);
            return;
        }
        if (visit.role() == Visit.Role.PAYER) {
            Payments.speaksWith(profile, visit.call().event(), context);
            return;
        }
        var feed = visit.call().event().feed();
        var fresh = fresh(profile.recentIds, profile.settledCdrs, visit, context.now());
        if (owns(visit)) {
            context.account(fresh ? Outcome.PROCESSED : Outcome.DUPLICATE, feed);
        }
        if (!fresh) {
            return;
        }
        switch (feed) {
            case CALLS -> call(profile, visit, context);
            case CDRS -> cdr(profile, visit, context);
            case SIGHTINGS ->
                    profile.seenInCell(visit.call().event().sighting().cellTk(), context.now());
            case PURPOSES -> purpose(profile, visit.call().event());
            case REGISTRATIONS -> profile = profile.heldBy(visit.call().event().registration());
            case DEVICES -> device(profile, visit.call().event().device(), context);
            case SMS -> message(profile, visit.call().event().sms(), context);
            case REPORTS -> verify(profile, visit.call().event(), context);
            default -> throw new IllegalStateException("no profile takes " + feed);
        }
        profile.seen(context.now());
        keep(profile);
    }

    private void accused(NumberProfile profile, Visit visit, StepContext<NumberSnapshot> context)
            throws Exception {
        var event = visit.call().event();
        if (event.feed() == Feed.ACKS) {
            BlockNote.note(profile, event.ack());
            profile.seen(context.now());
            keep(profile);
            seenBlocked(profile, event, context);
            return;
        }
        var number = particulars(profile, context);
        event.push().targets().stream()
                .filter(t -> t.tk().equals(context.key()))
                .findFirst()
                .map(t -> BreakerNews.ofPush(event, number, Routing.owns(event, t)))
                .ifPresent(news -> context.emit(SideOutputs.BREAKER_NEWS, news));
    }

    /** Whoever shared a device with a number that is blocked now may take over from it. */
    private static void seenBlocked(
            NumberProfile profile, Event event, StepContext<NumberSnapshot> context) {
        if (event.ack().status() == AckStatus.EFFECTIVE && profile.deviceTk != null) {
            context.emit(
                    SideOutputs.BLOCKED,
                    LinkTouch.blocked(
                            GroupKind.DEVICE, profile.deviceTk, context.key(), event.ack()));
        }
    }

    private static Particulars particulars(
            NumberProfile profile, StepContext<NumberSnapshot> context) {
        return new Particulars(
                context.key(),
                profile.epoch,
                profile.numberClass,
                profile.homeProvince,
                profile.reachedLatestFirst(context.now()),
                profile.deviceTk,
                profile.cellTk,
                profile.purpose(context.now()),
                context.now(),
                profile.leaseKey);
    }

    /** What is known of the number; one that was silent too long is a new one, whether or not it was swept yet. */
    private NumberProfile profile(long now) throws Exception {
        var bytes = profiles.value();
        if (bytes != null) {
            var profile = ProfileForm.read(bytes);
            return over(profile.lastActive, now) ? profile.afresh() : profile;
        }
        return new NumberProfile();
    }

    private void keep(NumberProfile profile) throws Exception {
        var bytes = ProfileForm.write(profile);
        sizes.update(bytes.length);
        profiles.update(bytes);
    }

    private static boolean over(long lastActive, long now) {
        return lastActive + KEPT_MS <= now;
    }

    private static boolean owns(Visit visit) {
        return switch (visit.role()) {
            case INITIATOR -> true;
            case HOLDER -> !OTHERS_OWN.contains(visit.call().event().feed());
            case RECIPIENT, REPORTER, ACCUSED, PAYER, FORWARDER, SPEAKER -> false;
        };
    }

    private static boolean fresh(
            RecentIds recentIds, CdrFingerprints settledCdrs, Visit visit, long now) {
        var event = visit.call().event();
        var id = event.header().eventId();
        return switch (event.feed()) {
            case CDRS -> settledCdrs.add(Hashes.of(id, visit.role()), now);
            case REPORTS -> true;
            default -> recentIds.add(Hashes.of(id, event.feed(), visit.role()), now);
        };
    }

    /** Whether the event need only be accounted for: what it tells of the call another event tells as well. */
    private boolean passing(Visit visit) {
        if (visit.role() != Visit.Role.INITIATOR) {
            return false;
        }
        var event = visit.call().event();
        return switch (event.feed()) {
            case CALLS ->
                    switch (event.call().phase()) {
                        case SETUP -> !event.call().attempt();
                        case ANSWER, HANGUP -> event.call().leg() == CallLeg.A_TO_X;
                        case RING, BLOCKED -> true;
                    };
            case CDRS ->
                    !cdrOnlyProviders.contains(event.header().provider())
                            && event.cdr().failClass() != FailClass.EMPTY_NUM;
            default -> false;
        };
    }

    /**
     * Accounts for an event without unpacking the number's profile.
     *
     * @return false where that takes the profile: a CDR settles a call that is still open, or there is no
     *     profile of today's form and holder
     */
    private boolean pass(Visit visit, StepContext<NumberSnapshot> context) throws Exception {
        var bytes = profiles.value();
        var head = bytes == null ? null : ProfileHead.of(bytes);
        var event = visit.call().event();
        if (head == null
                || over(head.lastActive(), context.now())
                || event.feed() == Feed.CDRS && head.calls(event.cdr().callId())) {
            return false;
        }
        var fresh = fresh(head.recentIds, head.settledCdrs, visit, context.now());
        context.account(fresh ? Outcome.PROCESSED : Outcome.DUPLICATE, event.feed());
        if (fresh) {
            profiles.update(head.profile());
        }
        return true;
    }

    private void call(NumberProfile profile, Visit visit, StepContext<NumberSnapshot> context) {
        var call = visit.call().event().call();
        if (visit.role() == Visit.Role.FORWARDER) {
            cutOff(SignalCode.S21_FORWARDED, profile, call.fromTk(), context);
            return;
        }
        var outgoing = visit.role() == Visit.Role.INITIATOR;
        switch (call.phase()) {
            case SETUP -> {
                if (call.attempt() && outgoing) {
                    attempt(profile, visit, call, context);
                } else if (call.attempt()) {
                    received(profile, visit, call, context);
                }
            }
            case ANSWER -> {
                if (call.leg() != CallLeg.A_TO_X) {
                    answer(profile, call, outgoing, context);
                }
            }
            case HANGUP -> {
                if (call.leg() != CallLeg.A_TO_X) {
                    hangUp(profile, call, outgoing, context);
                }
            }
            case RING, BLOCKED -> {}
        }
    }

    private void attempt(
            NumberProfile profile,
            Visit visit,
            CallEvent call,
            StepContext<NumberSnapshot> context) {
        var now = context.now();
        profile.numberClass = call.fromClass();
        profile.trunkId = call.trunkId();
        if (call.homeProv() != null) {
            profile.homeProvince = call.homeProv();
        }
        // Emergency and official lines are reached through every block.
        if (!call.toClass().official()) {
            var event = visit.call().event();
            BlockNote.leak(profile, event.header().provider(), event.header().eventId(), context);
        }
        place(profile, call, now);
        if (call.imeiTk() != null) {
            seenWithDevice(profile, call.imeiTk(), context);
        }
        countAttempt(
                profile,
                visit,
                call.toTk(),
                call.xTk(),
                call.spoofShape() != SpoofShape.NONE,
                call.toClass().official(),
                call.toProv(),
                context);
        profile.open(call.callId(), call.toTk(), true, now);
        ForgedCalls.of(visit.call().event(), context).ifPresent(signal -> emit(signal, context));
        inMinute(profile, GroupKind.TRUNK, ownedTrunk(call), call.toTk(), context);
        inMinute(profile, GroupKind.DEVICE, call.imeiTk(), call.toTk(), context);
        inMinute(profile, GroupKind.LEASE, visit.call().leaseKey(), call.toTk(), context);
        tellWhenDue(profile, visit, context);
        leaveFootprint(profile, call, context);
    }

    /** Where the call was made from; who talks in one device cannot dial in another. */
    private static void place(NumberProfile profile, CallEvent call, long now) {
        if (call.cellTk() != null) {
            profile.seenInCell(call.cellTk(), now);
        }
        if (call.imeiTk() != null) {
            var talking = profile.open.stream().anyMatch(c -> c.outgoing && c.answeredAt > 0);
            profile.whereabouts.callsFrom(
                    (int) Hashes.of(call.imeiTk()), talking, call.cellGeohash5(), now);
        }
        if (call.cellGeohash5() != null) {
            profile.whereabouts.inArea(call.cellGeohash5(), now);
        }
        profile.whereabouts.calls(now, call.homeProv(), call.roamProv());
    }

    private static void device(
            NumberProfile profile, DeviceState device, StepContext<NumberSnapshot> context) {
        profile.whereabouts.seated(
                device.imeiClass(), device.firstSeen(), device.lastSeen(), context.now());
        seenWithDevice(profile, device.imeiTk(), context);
    }

    /** Told once it calls strangers, and every ten minutes as long as it goes on. */
    private static void leaveFootprint(
            NumberProfile profile, CallEvent call, StepContext<NumberSnapshot> context) {
        var now = context.now();
        if (now < profile.footprintAt + FOOTPRINT_MS
                || !profile.numberClass.mobile()
                || !profile.callsStrangers(now, FOOTPRINT_ATTEMPTS)) {
            return;
        }
        var begins = profile.footprintAt == 0 || profile.footprintAt + RISEN_MS <= now;
        profile.footprintAt = now;
        context.emit(
                SideOutputs.FOOTPRINTS,
                new Footprint(
                        context.key(),
                        profile.epoch,
                        now,
                        begins && profile.freshlyInUse(now),
                        profile.attempts1h(now),
                        profile.inbound24h(now),
                        profile.ageDays(now),
                        call.imeiTk(),
                        call.trunkType() == TrunkType.ENT ? call.trunkId() : null,
                        profile.whereabouts.batch == 0
                                ? null
                                : Integer.toHexString(profile.whereabouts.batch),
                        profile.cellsOfTheDay(now),
                        profile.calledLately(now),
                        profile.path(now)));
    }

    /** Who shares a device is told twice a day, not call by call. */
    private static void seenWithDevice(
            NumberProfile profile, String imeiTk, StepContext<NumberSnapshot> context) {
        if (profile.seenWithDevice(imeiTk, context.now())) {
            context.emit(
                    SideOutputs.TOUCHES,
                    LinkTouch.member(
                            GroupKind.DEVICE, imeiTk, context.key(), profile.epoch, context.now()));
        }
    }

    private static void countAttempt(
            NumberProfile profile,
            Visit visit,
            String toTk,
            String xTk,
            boolean spoofed,
            boolean official,
            String province,
            StepContext<NumberSnapshot> context) {
        var verdict = visit.call().verdict();
        if (visit.call().purpose() != null) {
            profile.boundPurpose = visit.call().purpose();
        }
        if (visit.call().leaseKey() != null) {
            profile.leaseKey = visit.call().leaseKey();
        }
        profile.attempted(
                toTk,
                context.now(),
                verdict == BindingVerdict.BOUND_OK,
                spoofed,
                official,
                province);
        if (verdict.unbound()) {
            profile.unbound(xTk, context.now());
            context.count("verdict." + verdict);
        }
    }

    private static void received(
            NumberProfile profile,
            Visit visit,
            CallEvent call,
            StepContext<NumberSnapshot> context) {
        var now = context.now();
        var entitled =
                visit.call().verdict() == BindingVerdict.BOUND_OK || call.fromClass().official();
        if (bypasses(profile, visit, call)) {
            tellBypass(call, context);
        }
        var caller = profile.received(call.fromTk(), now, entitled);
        caller.door = door(visit, call);
        caller.device = call.imeiTk() == null ? 0 : (int) Hashes.of(call.imeiTk());
        // Where a partner network forgets to say so, the call of a subscriber who roams abroad
        // looks dressed up.
        var fromAbroad = call.spoofShape() == SpoofShape.INTL_DOMESTIC;
        caller.masked = call.spoofShape() != SpoofShape.NONE && !fromAbroad;
        caller.foreign = fromAbroad || call.fromClass() == NumberClass.INTERNATIONAL;
        profile.open(call.callId(), call.fromTk(), false, now);
        if (caller.stranger
                && caller.firstAt == now
                && (caller.door != 0 || caller.masked || caller.foreign)
                && call.toClass().mobile()) {
            exposed(profile, call, context);
        }
    }

    /**
     * Row 23: whoever came through a lease's middle number, and was never called themselves, comes
     * directly when the errand is long over. A rider at the door may ring from the own telephone.
     */
    private static boolean bypasses(NumberProfile profile, Visit visit, CallEvent call) {
        var before = profile.caller(call.fromTk());
        return before != null
                && before.door != 0
                && !before.stranger
                && before.lastAt + ERRAND_MS <= visit.call().at()
                && call.fromClass().mobile()
                && call.leg() == CallLeg.DIRECT
                && !call.throughMiddleNumber()
                && door(visit, call) == 0
                && !profile.hasCalled(call.fromTk());
    }

    private static void tellBypass(CallEvent call, StepContext<NumberSnapshot> context) {
        var signal =
                Signal.of(
                                SignalCode.BYPASS_DIRECT.name(),
                                SignalCode.BYPASS_DIRECT.family(),
                                Subject.number(call.fromTk(), 1),
                                1,
                                1,
                                context.now(),
                                context.now(),
                                context.limits().version(),
                                List.of())
                        .withCall(call.callId(), call.fromTk(), context.key());
        emit(signal, context);
    }

    /** A trunk that somebody answers for; all who roam abroad call home by the gateway of their carrier. */
    private static String ownedTrunk(CallEvent call) {
        return call.trunkType() == TrunkType.INTL ? null : call.trunkId();
    }

    /** A door few come by: an enterprise's trunk or a lease, not a carrier's exchange. */
    private static int door(Visit visit, CallEvent call) {
        if (call.trunkType() == TrunkType.ENT && call.trunkId() != null) {
            return (int) Hashes.of(call.trunkId());
        }
        var lease = visit.call().leaseKey();
        return lease == null ? 0 : (int) Hashes.of(lease);
    }

    /** Row 49: one enterprise, mask or foreigner after the other; told when the limit is reached. */
    private static void exposed(
            NumberProfile profile, CallEvent call, StepContext<NumberSnapshot> context) {
        var limit = context.limits().get(Limit.R49_STRANGERS_24H);
        profile.exposed(context.now());
        var strangers = profile.exposures24h(context.now());
        if (strangers >= limit && profile.registeredPurpose == null) {
            var signal =
                    ofVictim(SignalCode.EXPOSED, strangers, limit, dayOf(context.now()), context)
                            .withCall(call.callId(), call.fromTk(), context.key());
            if (profile.tellOnce(signal.code(), signal.windowStart(), context.now())) {
                emit(signal, context);
            }
        }
    }

    private static long dayOf(long at) {
        return Math.floorDiv(at, DAY_MS) * DAY_MS;
    }

    /** S18: codes and bank messages while a stranger keeps the person on the line. */
    private static void message(
            NumberProfile profile, SmsMeta message, StepContext<NumberSnapshot> context) {
        var now = context.now();
        if (message.templateKind() != SmsTemplate.OTP
                && message.templateKind() != SmsTemplate.BANK_TX) {
            return;
        }
        var limit = context.limits().get(Limit.S18_CODES);
        for (var open : profile.open) {
            if (!heldByStranger(profile, open, now)) {
                continue;
            }
            open.codes = open.lastCodeAt + CODES_WINDOW_MS < now ? 1 : open.codes + 1;
            open.lastCodeAt = now;
            if (open.codes == (int) Math.ceil(limit)) {
                emit(
                        ofVictim(
                                        SignalCode.S18_CODES_IN_CALL,
                                        open.codes,
                                        limit,
                                        open.setupAt,
                                        context)
                                .withCall(null, open.peerTk, context.key()),
                        context);
            }
        }
    }

    /** S21: whether the person can still be reached matters only while strangers work on them. */
    private static void cutOff(
            SignalCode code,
            NumberProfile profile,
            String by,
            StepContext<NumberSnapshot> context) {
        var now = context.now();
        if (profile.workedOn(now)
                && profile.tellOnce(code.name(), Math.floorDiv(now, HOUR_MS) * HOUR_MS, now)) {
            emit(ofVictim(code, 1, 1, now, context).withCall(null, by, context.key()), context);
        }
    }

    private static boolean heldByStranger(NumberProfile profile, OpenCall open, long now) {
        var caller = profile.caller(open.peerTk);
        return !open.outgoing
                && open.answeredAt > 0
                && open.answeredAt + NumberProfile.LONG_MS <= now
                && caller != null
                && caller.stranger;
    }

    private static void answer(
            NumberProfile profile,
            CallEvent call,
            boolean outgoing,
            StepContext<NumberSnapshot> context) {
        var now = context.now();
        var open =
                profile.open(call.callId(), outgoing ? call.toTk() : call.fromTk(), outgoing, now);
        if (open.answeredAt != 0) {
            return;
        }
        open.answeredAt = now;
        if (outgoing) {
            profile.answered(call.toTk(), now);
            profile.minute.forEach(m -> m.answered++);
            return;
        }
        var caller = profile.caller(call.fromTk());
        if (caller != null && caller.stranger) {
            context.alarm(now + NumberProfile.LONG_MS, LONG_CALL + open.call);
        }
    }

    private static void hangUp(
            NumberProfile profile,
            CallEvent call,
            boolean outgoing,
            StepContext<NumberSnapshot> context) {
        var now = context.now();
        var open =
                profile.open(call.callId(), outgoing ? call.toTk() : call.fromTk(), outgoing, now);
        profile.open.remove(open);
        if (outgoing && call.throughMiddleNumber()) {
            countLines(profile, open, context);
        }
        if (open.answeredAt == 0) {
            if (!outgoing && call.fromClass() == NumberClass.PROVINCIAL_96) {
                cutOff(SignalCode.S21_WARNING_MISSED, profile, call.fromTk(), context);
            }
            return;
        }
        ended(profile, open.peerTk, outgoing, now - open.answeredAt, now);
    }

    /** Whoever dials for a third customer while two are on the line is no courier with a telephone. */
    private static void countLines(
            NumberProfile profile, OpenCall ended, StepContext<NumberSnapshot> context) {
        var now = context.now();
        var lines = profile.linesAt(ended, now);
        var most = context.limits().get(Limit.LINES_AT_ONCE);
        var hour = Math.floorDiv(now, HOUR_MS) * HOUR_MS;
        if (lines >= most
                && profile.numberClass != null
                && profile.numberClass.mobile()
                && profile.tellOnce(SignalCode.MANY_LINES.name(), hour, now)) {
            emit(
                    Signal.of(
                            SignalCode.MANY_LINES.name(),
                            SignalCode.MANY_LINES.family(),
                            Subject.number(context.key(), profile.epoch),
                            lines,
                            most,
                            hour,
                            now,
                            context.limits().version(),
                            List.of()),
                    context);
        }
    }

    private static void ended(
            NumberProfile profile, String peerTk, boolean outgoing, long durationMs, long now) {
        if (outgoing) {
            profile.talked(durationMs, now);
            return;
        }
        var caller = profile.caller(peerTk);
        if (caller != null) {
            caller.lastDurationMs = durationMs;
        }
    }

    /** A CDR settles what the live events left open; for a provider without live events it is the attempt. */
    private void cdr(NumberProfile profile, Visit visit, StepContext<NumberSnapshot> context) {
        var event = visit.call().event();
        var cdr = event.cdr();
        if (!cdrOnlyProviders.contains(event.header().provider())) {
            if (visit.role() == Visit.Role.RECIPIENT) {
                profile.calledBackInVain(cdr.fromTk(), context.now());
            } else {
                settle(profile, cdr, context.now());
            }
            return;
        }
        if (visit.role() == Visit.Role.RECIPIENT) {
            var caller =
                    profile.received(
                            cdr.fromTk(),
                            context.now(),
                            visit.call().verdict() == BindingVerdict.BOUND_OK);
            caller.lastDurationMs = cdr.durationMs();
            return;
        }
        profile.numberClass = cdr.fromClass();
        countAttempt(
                profile,
                visit,
                cdr.toTk(),
                cdr.xTk(),
                cdr.spoofShape() != SpoofShape.NONE,
                cdr.toClass().official(),
                null,
                context);
        if (cdr.answered()) {
            profile.answered(cdr.toTk(), context.now());
            profile.talked(cdr.durationMs(), context.now());
        }
        tellWhenDue(profile, visit, context);
    }

    private static void settle(NumberProfile profile, Cdr cdr, long now) {
        if (cdr.failClass() == FailClass.EMPTY_NUM) {
            profile.foundVacant(now);
        }
        var hash = Hashes.of(cdr.callId());
        for (var open : List.copyOf(profile.open)) {
            if (open.call == hash && open.outgoing) {
                profile.open.remove(open);
                if (cdr.answered() && open.answeredAt == 0) {
                    profile.answered(cdr.toTk(), now);
                }
                if (cdr.answered()) {
                    profile.talked(cdr.durationMs(), now);
                }
            }
        }
    }

    private static void purpose(NumberProfile profile, Event event) {
        var purpose = event.purpose();
        if (purpose.subjectType() == PurposeScope.NUMBER && event.ts() < purpose.expiresAt()) {
            profile.registeredPurpose = purpose.purpose();
        }
    }

    /** A report weighs only if its reporter really had a call from the number around that time. */
    private static void verify(
            NumberProfile profile, Event event, StepContext<NumberSnapshot> context) {
        var report = event.report();
        var caller = profile.caller(report.targetTk());
        var verified = caller != null && report.mayMean(caller.lastAt, event.header().eventTime());
        context.emit(
                SideOutputs.FACTS,
                verified
                        ? new Fact(
                                        report.targetTk(),
                                        event,
                                        true,
                                        context.now(),
                                        profile.rangFirst(caller),
                                        profile.latestContacts())
                                .about(caller.lastAt, caller.lastDurationMs)
                        : Fact.unverified(event, context.now())
                                .byWhoKnows(profile.latestContacts()));
    }

    private static void tellWhenDue(
            NumberProfile profile, Visit visit, StepContext<NumberSnapshot> context) {
        if (profile.due(context.now()) || visit.call().verdict().unbound()) {
            tell(profile, visit, context);
        } else if (worksForALease(visit) && profile.beginsHour(context.now())) {
            tellWork(profile, visit, context);
        }
    }

    /** A customer who rings back through the same middle number does not work for its lessee. */
    private static boolean worksForALease(Visit visit) {
        return visit.call().byPartyA() && visit.call().leaseKey() != null;
    }

    private static void tellWork(
            NumberProfile profile, Visit visit, StepContext<NumberSnapshot> context) {
        context.emit(SideOutputs.VOICES, LeaseVoice.atWork(visit, profile, context.now()));
    }

    private static void tell(
            NumberProfile profile, Visit visit, StepContext<NumberSnapshot> context) {
        var subject = Subject.number(visit.numberTk(), profile.epoch);
        var snapshot =
                profile.snapshot(subject, context.now(), visit.call().event().header().eventId());
        context.emit(snapshot);
        if (worksForALease(visit)) {
            tellWork(profile, visit, context);
        }
        if (behindEnterprise(visit)) {
            context.emit(
                    SideOutputs.VOICES, LeaseVoice.behind(snapshot, visit.call().event().call()));
        }
        var unusual = false;
        for (var signal :
                NumberRules.evaluate(snapshot, profile.traits(context.now()), context.limits())) {
            if (profile.tellOnce(signal.code(), signal.windowStart(), context.now())) {
                emit(signal, context);
                unusual = true;
            }
        }
        if (unusual) {
            context.emit(SideOutputs.PARTICULARS, particulars(profile, context));
        }
        if (profile.firstLook(context.now())) {
            context.emit(SideOutputs.POPULATION, particulars(profile, context));
        }
    }

    private static boolean behindEnterprise(Visit visit) {
        var event = visit.call().event();
        return event.feed() == Feed.CALLS
                && event.call().trunkType() == TrunkType.ENT
                && event.call().trunkId() != null;
    }

    private static void inMinute(
            NumberProfile profile,
            GroupKind kind,
            String key,
            String toTk,
            StepContext<NumberSnapshot> context) {
        if (key == null) {
            return;
        }
        var start = Math.floorDiv(context.now(), MINUTE_MS) * MINUTE_MS;
        if (profile.minute.isEmpty()) {
            profile.minuteStart = start;
            context.alarm(start + MINUTE_MS, TELL_MINUTE);
        }
        for (var m : profile.minute) {
            if (m.kind == kind && m.key.equals(key)) {
                m.attempts++;
                m.callees.add(Hashes.of(toTk));
                return;
            }
        }
        var m = new MinuteInGroup();
        m.kind = kind;
        m.key = key;
        m.attempts = 1;
        m.callees.add(Hashes.of(toTk));
        profile.minute.add(m);
    }

    @Override
    public void onAlarm(String name, StepContext<NumberSnapshot> context) throws Exception {
        var bytes = profiles.value();
        if (bytes == null) {
            return;
        }
        var profile = ProfileForm.read(bytes);
        if (name.equals(TELL_MINUTE)) {
            tellMinute(profile, context);
        } else {
            relay(profile, Long.parseLong(name.substring(LONG_CALL.length())), context);
        }
        keep(profile);
    }

    @Override
    public String sweptState() {
        return PROFILE.getName();
    }

    @Override
    public void sweep(StepContext<NumberSnapshot> context) throws Exception {
        var bytes = profiles.value();
        // A number that changed hands must not fall back to the holder before.
        if (over(ProfileForm.lastActive(bytes), context.now())
                && ProfileForm.read(bytes).epoch == 1) {
            profiles.clear();
        }
    }

    private static void tellMinute(NumberProfile profile, StepContext<NumberSnapshot> context) {
        for (var m : profile.minute) {
            context.emit(
                    SideOutputs.PARTIALS,
                    new GroupPartial(
                            m.kind,
                            m.key,
                            context.key(),
                            profile.epoch,
                            profile.numberClass,
                            profile.minuteStart,
                            m.attempts,
                            m.answered,
                            profile.attempts1h(context.now()),
                            profile.inbound24h(context.now()),
                            profile.boundShare24h(context.now()),
                            profile.purpose(context.now()),
                            Arrays.stream(m.callees.exact).boxed().toList(),
                            context.now()));
        }
        profile.minute = new ArrayList<>();
    }

    /** S16: a long call with one stranger, not long after a short one with another. */
    private static void relay(
            NumberProfile profile, long callHash, StepContext<NumberSnapshot> context) {
        var now = context.now();
        var open =
                profile.open.stream()
                        .filter(c -> c.call == callHash && !c.outgoing)
                        .findFirst()
                        .orElse(null);
        if (open == null) {
            return;
        }
        var holder = profile.caller(open.peerTk);
        if (holder == null) {
            return;
        }
        var window = (long) (context.limits().get(Limit.S16_HAND_OVER_MIN) * MINUTE_MS);
        var hooks =
                profile.callers.stream()
                        .filter(c -> c.stranger && !c.tk.equals(open.peerTk))
                        .filter(c -> c.lastAt < open.setupAt && c.lastAt >= open.setupAt - window)
                        .filter(c -> c.lastDurationMs > 0 && c.lastDurationMs < RELAY_SHORT_MS)
                        .filter(c -> handsOver(c, holder))
                        .toList();
        for (var hook : hooks) {
            emit(
                    ofVictim(
                                    SignalCode.STRANGER_SHORT_CALL,
                                    hook.lastDurationMs / 1000.0,
                                    RELAY_SHORT_MS / 1000.0,
                                    hook.lastAt,
                                    context)
                            .withCall(null, hook.tk, context.key()),
                    context);
        }
        if (!hooks.isEmpty()) {
            emit(
                    ofVictim(
                                    SignalCode.STRANGER_LONG_CALL,
                                    (now - open.answeredAt) / 1000.0,
                                    NumberProfile.LONG_MS / 1000.0,
                                    open.setupAt,
                                    context)
                            .withCall(null, open.peerTk, context.key()),
                    context);
        }
    }

    /**
     * Two strangers of an afternoon are chance. They hand a person on if both come by one door or out of
     * one device, if the second hides its number, or if an enterprise's caller is followed by one abroad.
     */
    private static boolean handsOver(Caller hook, Caller holder) {
        return hook.sharesWith(holder) || holder.masked || hook.door != 0 && holder.foreign;
    }

    private static Signal ofVictim(
            SignalCode code,
            double value,
            double limit,
            long windowStart,
            StepContext<NumberSnapshot> context) {
        return Signal.of(
                code.name(),
                code.family(),
                Subject.of(SubjectType.VICTIM, context.key()),
                value,
                limit,
                windowStart,
                context.now(),
                context.limits().version(),
                List.of());
    }

    private static void emit(Signal signal, StepContext<NumberSnapshot> context) {
        context.count("signal." + signal.code());
        context.emit(SideOutputs.SIGNALS, signal);
    }

    @Override
    public void onRefused(Visit visit, DeadLetterReason reason, StepContext<NumberSnapshot> context)
            throws Exception {
        if (visit.role() == Visit.Role.SPEAKER) {
            // The transcript was accounted for where it was read.
            context.count("visits." + visit.role() + "." + reason);
            return;
        }
        var event = visit.call().event();
        if (visit.role() == Visit.Role.ACCUSED) {
            accused(profile(context.now()), visit, context);
            return;
        }
        if (visit.role() == Visit.Role.PAYER) {
            Payments.speaksWith(profile(context.now()), event, context);
            return;
        }
        if (owns(visit)) {
            Accounts.refused(event, reason, context);
            return;
        }
        context.count("visits." + visit.role() + "." + reason);
        if (visit.role() == Visit.Role.REPORTER) {
            context.emit(SideOutputs.FACTS, Fact.unverified(event, event.ts()));
        }
    }
}
