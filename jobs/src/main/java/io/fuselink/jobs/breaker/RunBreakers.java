/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.Ack;
import io.fuselink.events.Action;
import io.fuselink.events.ActionType;
import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.Command;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Decision;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Ids;
import io.fuselink.events.Instruction;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.PolicePush;
import io.fuselink.events.PushTarget;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.breaker.Ladder.Rung;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.steps.LostEvent;
import io.fuselink.jobs.topology.Party;
import io.fuselink.jobs.topology.SideOutputs;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 12, the saga: one decision becomes legs to every party that must act; each leg has a state that
 * only moves forward, a clock, and a way back. Police pushes, acknowledgements, decisions and appeals
 * apply on arrival; an answer that comes before its leg is parked. Owns cases, acknowledgements,
 * decisions and appeals.
 *
 * <p>State is cleared {@link #KEPT_MS} after the last leg has ended.
 */
public final class RunBreakers implements Step<BreakerNews, Bundle> {
    private static final long MINUTE_MS = 60_000;
    private static final long DAY_MS = 24 * 60 * MINUTE_MS;

    /** A party must have answered within 5 minutes (domain.md §6.7), in ms. */
    static final long ACK_WITHIN_MS = 5 * MINUTE_MS;

    /** An unanswered leg is escalated this long after its deadline, in ms. */
    static final long ESCALATE_AFTER_MS = 10 * MINUTE_MS;

    /** Re-verification must be done within 24 hours (2021 notice), in ms. */
    static final long VERIFY_WITHIN_MS = DAY_MS;

    /** How long a finished bundle is remembered: 30 days in ms. */
    public static final long KEPT_MS = 30 * DAY_MS;

    /** Level of what an authority orders. */
    private static final int AUTHORITY_LEVEL = 4;

    private static final String CLOCKS = "clocks";
    private static final String FORGET = "forget";
    private static final String SYSTEM = "fuselink";
    private static final String SYSTEM_BASIS = "反电信网络诈骗法 第十一条";

    private static final ValueStateDescriptor<BundleFile> FILE =
            new ValueStateDescriptor<>("bundle-file", TypeInformation.of(BundleFile.class));

    private final List<Party> parties;
    private transient ValueState<BundleFile> files;

    public RunBreakers(List<Party> parties) {
        this.parties = List.copyOf(parties);
    }

    @Override
    public void open(RuntimeContext runtime) {
        files = runtime.getState(FILE);
    }

    @Override
    public boolean immediate(BreakerNews news) {
        return news.event() != null;
    }

    @Override
    public void onEvent(BreakerNews news, StepContext<Bundle> context) throws Exception {
        var file = files.value() == null ? new BundleFile() : files.value();
        if (news.assessment() != null) {
            assessed(file, news, context);
        } else if (!file.hear(news.event().header().eventId())) {
            account(Outcome.DUPLICATE, news, context);
        } else {
            account(Outcome.PROCESSED, news, context);
            heard(file, news, context);
        }
        files.update(file);
        context.alarm((Math.floorDiv(context.now() + KEPT_MS, DAY_MS) + 1) * DAY_MS, FORGET);
    }

    private static void account(Outcome outcome, BreakerNews news, StepContext<Bundle> context) {
        if (news.owned()) {
            context.account(outcome, news.event().feed());
        }
    }

    private void heard(BundleFile file, BreakerNews news, StepContext<Bundle> context) {
        var event = news.event();
        if (event.feed() == Feed.CASES && event.push().instruction() != Instruction.LIFT) {
            pushed(file, news, context);
        } else if (file.bundle != null && answered(file, event, context)) {
            catchUp(file, context);
            publish(file, context);
        } else {
            context.count(file.park(event) ? "breaker.parked" : "breaker.parked-overflow");
        }
    }

    // ---- opening and raising

    private void assessed(BundleFile file, BreakerNews news, StepContext<Bundle> context) {
        var assessment = news.assessment();
        if (Ladder.rungs(assessment.level(), false, assessment.subjectType()).isEmpty()) {
            context.count("breaker.nothing-to-ask." + assessment.subjectType());
            return;
        }
        if (file.bundle == null) {
            context.count("bundles");
            file.bundle = opened(news.bundleId(), assessment);
        } else if (assessment.level() <= file.bundle.level()) {
            return;
        } else {
            file.bundle = raised(file.bundle, assessment);
        }
        var reason = String.join("+", assessment.detectors());
        ask(file, assessment.level(), null, reason, SYSTEM_BASIS, context);
        catchUp(file, context);
        publish(file, context);
    }

    private void pushed(BundleFile file, BreakerNews news, StepContext<Bundle> context) {
        var push = news.event().push();
        if (push.instruction() == Instruction.INFO || push.instruction() == Instruction.VERIFY) {
            context.count("cases." + push.instruction());
            return;
        }
        if (file.bundle == null) {
            context.count("bundles");
            file.bundle = opened(news.bundleId(), push, target(news), context.now());
        }
        ask(file, AUTHORITY_LEVEL, push, "police-push", push.legalBasis(), context);
        catchUp(file, context);
        publish(file, context);
    }

    private static Bundle opened(String bundleId, Assessment a) {
        return new Bundle(
                bundleId,
                a.episodeId(),
                a.caseId(),
                0,
                a.subjectType(),
                a.subjectTk(),
                a.epoch(),
                a.level(),
                a.families(),
                a.detectors(),
                a.findingIds(),
                a.reasons(),
                a.purpose(),
                String.join("+", a.detectors()),
                SYSTEM_BASIS,
                a.at(),
                a.at(),
                0,
                0,
                0,
                0,
                0,
                0,
                a.carrier(),
                a.platform(),
                a.lessee(),
                a.policyVersion(),
                a.lexiconVersion(),
                a.modelVersion());
    }

    private static PushTarget target(BreakerNews news) {
        return news.event().push().targets().stream()
                .filter(t -> t.tk().equals(news.targetTk()))
                .findFirst()
                .orElseThrow();
    }

    private static Bundle opened(String bundleId, PolicePush push, PushTarget target, long at) {
        var subject = Ladder.subject(target.type());
        return new Bundle(
                bundleId,
                null,
                push.caseId(),
                0,
                subject,
                target.tk(),
                subject == SubjectType.NUMBER ? 1 : 0,
                AUTHORITY_LEVEL,
                "A",
                List.of("police-push"),
                List.of(),
                List.of(),
                null,
                "police-push",
                push.legalBasis(),
                at,
                at,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                0,
                null,
                null);
    }

    private static Bundle raised(Bundle b, Assessment a) {
        return new Bundle(
                b.bundleId(),
                b.episodeId(),
                b.caseId(),
                b.version(),
                b.subjectType(),
                b.subjectTk(),
                b.epoch(),
                a.level(),
                a.families(),
                a.detectors(),
                a.findingIds(),
                a.reasons(),
                a.purpose(),
                b.reasonCode(),
                b.legalBasis(),
                b.openedAt(),
                b.at(),
                b.legs(),
                b.effective(),
                b.rejected(),
                b.timedOut(),
                b.lifted(),
                b.skewMs(),
                a.carrier(),
                a.platform(),
                a.lessee(),
                a.policyVersion(),
                a.lexiconVersion(),
                a.modelVersion());
    }

    /** Adds the legs a level, or an authority's push, asks for that the bundle does not have yet. */
    private void ask(
            BundleFile file,
            int level,
            PolicePush push,
            String reason,
            String basis,
            StepContext<Bundle> context) {
        for (var rung : Ladder.rungs(level, push != null, file.bundle.subjectType())) {
            if (push != null && !Ladder.serves(push.instruction(), rung.action())) {
                continue;
            }
            for (var party : parties) {
                if (party.type() == rung.party()) {
                    ask(
                            file,
                            rung,
                            party,
                            level,
                            push != null,
                            push == null ? 0 : push.expiresAt(),
                            reason,
                            basis,
                            context);
                }
            }
        }
    }

    private static void ask(
            BundleFile file,
            Rung rung,
            Party party,
            int level,
            boolean byAuthority,
            long caseExpiry,
            String reason,
            String basis,
            StepContext<Bundle> context) {
        var bundle = file.bundle;
        var legId = Ids.leg(bundle.bundleId(), rung.action(), party.name());
        var now = context.now();
        var expiresAt =
                byAuthority && caseExpiry > 0 && rung.action() != ActionType.FREEZE_REQUEST
                        ? caseExpiry
                        : now + rung.ttlMs();
        var known = file.leg(legId);
        if (known != null) {
            if (byAuthority && known.state().closed()) {
                context.count("breaker.order-on-closed-leg");
            }
            if (byAuthority && known.state() == LegState.PENDING_HUMAN) {
                issue(
                        file,
                        move(file, known, LegState.APPROVED, "authority", basis, context),
                        expiresAt,
                        context);
            }
            return;
        }
        var leg =
                new Leg(
                        legId,
                        bundle.bundleId(),
                        1,
                        rung.action(),
                        party.name(),
                        party.type(),
                        Ladder.target(rung.action(), bundle.subjectType()),
                        bundle.subjectTk(),
                        level,
                        LegState.PROPOSED,
                        false,
                        false,
                        false,
                        now,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        reason,
                        basis,
                        SYSTEM,
                        null,
                        now);
        file.legs.add(leg);
        tell(leg, context);
        switch (byAuthority ? rung.authority() : rung.system()) {
            case AUTOMATIC ->
                    issue(
                            file,
                            move(file, leg, LegState.AUTO_APPROVED, SYSTEM, null, context),
                            expiresAt,
                            context);
            case AUTHORITY ->
                    issue(
                            file,
                            move(file, leg, LegState.APPROVED, "authority", basis, context),
                            expiresAt,
                            context);
            case HUMAN -> {
                file.replace(leg.timed(expiresAt, 0));
                move(file, file.leg(legId), LegState.PENDING_HUMAN, SYSTEM, null, context);
                context.alarm(expiresAt, CLOCKS);
            }
        }
    }

    private static void issue(
            BundleFile file, Leg leg, long expiresAt, StepContext<Bundle> context) {
        var now = context.now();
        file.replace(leg.timed(expiresAt, now + ACK_WITHIN_MS));
        var issued =
                move(file, file.leg(leg.legId()), LegState.ISSUED, leg.changedBy(), null, context);
        command(issued, Command.APPLY, context);
        context.alarm(issued.ackDeadline() + 1, CLOCKS);
        context.alarm(issued.ackDeadline() + ESCALATE_AFTER_MS, CLOCKS);
        context.alarm(expiresAt, CLOCKS);
    }

    private static void command(Leg leg, Command command, StepContext<Bundle> context) {
        context.count("actions." + command);
        context.emit(
                SideOutputs.ACTIONS,
                new Action(
                        leg.legId(),
                        leg.bundleId(),
                        leg.version(),
                        command,
                        leg.action(),
                        leg.party(),
                        leg.partyType(),
                        leg.targetType(),
                        leg.targetTk(),
                        leg.level(),
                        leg.reasonCode(),
                        leg.legalBasis(),
                        context.now(),
                        leg.expiresAt(),
                        context.now() + VERIFY_WITHIN_MS));
    }

    // ---- answers

    /** Applies answers that came too early, as long as one makes room for another. */
    private static void catchUp(BundleFile file, StepContext<Bundle> context) {
        var applied = true;
        while (applied) {
            applied = file.parked.removeIf(answer -> answered(file, answer, context));
        }
    }

    /** Applies an answer; false when it is too early, because its leg was not sent yet. */
    private static boolean answered(BundleFile file, Event answer, StepContext<Bundle> context) {
        switch (answer.feed()) {
            case ACKS -> {
                return acknowledged(file, answer.ack(), context);
            }
            case DECISIONS -> decided(file, answer.decision(), context);
            case CASES -> lifted(file, answer, context);
            case APPEALS -> {
                var appeal = answer.appeal();
                for (var leg : legs(file, appeal.legId(), l -> !l.state().closed())) {
                    var flagged =
                            leg.flagged(
                                    leg.timedOut(),
                                    leg.escalated(),
                                    true,
                                    appeal.filedAt(),
                                    "subject",
                                    "appeal " + appeal.appealId());
                    file.replace(flagged);
                    tell(flagged, context);
                }
            }
            default -> throw new IllegalStateException("no answer: " + answer.feed());
        }
        return true;
    }

    /** A party proves when it acted by the acknowledgement's own time; that also settles whether it was in time. */
    private static boolean acknowledged(BundleFile file, Ack ack, StepContext<Bundle> context) {
        var leg = file.leg(ack.legId());
        if (leg == null || leg.state().rank() < LegState.ISSUED.rank()) {
            return false;
        }
        if (!leg.party().equals(ack.party())) {
            context.count("breaker.ack-of-another-party");
            return true;
        }
        var late = ack.at() > leg.ackDeadline();
        var first = leg.ackedAt() == 0 && leg.effectiveAt() == 0;
        if (leg.timedOut() != late && (first || !late)) {
            leg =
                    leg.flagged(
                            late,
                            late && leg.escalated(),
                            leg.appealed(),
                            ack.at(),
                            ack.party(),
                            late ? "answered late" : "answered in time");
            file.replace(leg);
            tell(leg, context);
        }
        var to =
                switch (ack.status()) {
                    case ACKED -> LegState.ACKED;
                    case EFFECTIVE -> LegState.EFFECTIVE;
                    case REJECTED -> LegState.REJECTED;
                    case FAILED -> LegState.FAILED;
                    case LIFTED -> LegState.LIFTED;
                    case EXPIRED -> LegState.EXPIRED;
                };
        forward(file, leg, to, ack.at(), ack.party(), ack.reason(), context);
        return true;
    }

    private static void decided(BundleFile file, Decision decision, StepContext<Bundle> context) {
        switch (decision.verb()) {
            case APPROVE -> {
                for (var leg :
                        legs(file, decision.legId(), l -> l.state() == LegState.PENDING_HUMAN)) {
                    var ttl = leg.expiresAt() - leg.proposedAt();
                    issue(
                            file,
                            move(
                                    file,
                                    leg,
                                    LegState.APPROVED,
                                    decision.by(),
                                    decision.reason(),
                                    context),
                            context.now() + ttl,
                            context);
                }
            }
            case REJECT -> {
                for (var leg :
                        legs(file, decision.legId(), l -> l.state() == LegState.PENDING_HUMAN)) {
                    move(file, leg, LegState.REJECTED, decision.by(), decision.reason(), context);
                }
            }
            case LIFT, CONFIRM_WRONG, REVERIFY_PASSED ->
                    release(
                            file,
                            l -> decision.legId() == null || l.legId().equals(decision.legId()),
                            decision.by(),
                            decision.reason(),
                            context);
            case CONFIRM_FRAUD, REVERIFY_FAILED -> context.count("decisions." + decision.verb());
        }
    }

    /** An authority lifts what was ordered before; pushes may overtake each other, so an order is not lifted by an older word. */
    private static void lifted(BundleFile file, Event lift, StepContext<Bundle> context) {
        if (lift.ts() >= file.bundle.openedAt()) {
            release(
                    file,
                    leg -> true,
                    lift.push().authorityName(),
                    "lifted by " + lift.push().caseId(),
                    context);
        }
    }

    /** Takes back what was asked: open legs by command, legs that never went out at once. */
    private static void release(
            BundleFile file,
            Predicate<Leg> which,
            String by,
            String why,
            StepContext<Bundle> context) {
        for (var leg : List.copyOf(file.legs)) {
            if (!which.test(leg) || leg.state().closed() && !mayStillBeInForce(leg)) {
                continue;
            }
            if (leg.state().open() || mayStillBeInForce(leg)) {
                var noted =
                        leg.flagged(
                                leg.timedOut(),
                                leg.escalated(),
                                leg.appealed(),
                                context.now(),
                                by,
                                why);
                file.replace(noted);
                tell(noted, context);
                command(noted, Command.LIFT, context);
            } else {
                move(file, leg, LegState.LIFTED, by, why, context);
            }
        }
    }

    /** A party that once said EFFECTIVE and later something else may still hold somebody: it is told to lift as well. */
    private static boolean mayStillBeInForce(Leg leg) {
        return leg.effectiveAt() > 0
                && (leg.state() == LegState.REJECTED || leg.state() == LegState.FAILED);
    }

    private static List<Leg> legs(BundleFile file, String legId, Predicate<Leg> which) {
        return file.legs.stream()
                .filter(l -> legId == null || l.legId().equals(legId))
                .filter(which)
                .toList();
    }

    // ---- moving, telling

    private static Leg move(
            BundleFile file,
            Leg leg,
            LegState to,
            String by,
            String why,
            StepContext<Bundle> context) {
        return forward(file, leg, to, context.now(), by, why, context);
    }

    /** Moves a leg, but only to a higher rank: news may arrive in any order. */
    private static Leg forward(
            BundleFile file,
            Leg leg,
            LegState to,
            long when,
            String by,
            String why,
            StepContext<Bundle> context) {
        if (to.rank() <= leg.state().rank()) {
            return leg;
        }
        var moved = leg.moved(to, when, by, why);
        file.replace(moved);
        tell(moved, context);
        return moved;
    }

    private static void tell(Leg leg, StepContext<Bundle> context) {
        context.count("leg." + leg.action() + "." + leg.state());
        context.emit(SideOutputs.LEGS, leg);
    }

    private static void publish(BundleFile file, StepContext<Bundle> context) {
        var b = file.bundle;
        if (b == null) {
            return;
        }
        var effective =
                file.legs.stream().map(Leg::effectiveAt).filter(t -> t > 0).sorted().toList();
        file.bundle =
                new Bundle(
                        b.bundleId(),
                        b.episodeId(),
                        b.caseId(),
                        b.version() + 1,
                        b.subjectType(),
                        b.subjectTk(),
                        b.epoch(),
                        b.level(),
                        b.families(),
                        b.detectors(),
                        b.findingIds(),
                        b.reasons(),
                        b.purpose(),
                        b.reasonCode(),
                        b.legalBasis(),
                        b.openedAt(),
                        Math.max(b.at(), context.now()),
                        file.legs.size(),
                        effective.size(),
                        count(file, l -> l.state() == LegState.REJECTED),
                        count(file, Leg::timedOut),
                        count(file, l -> l.state() == LegState.LIFTED),
                        effective.size() < 2
                                ? 0
                                : effective.get(effective.size() - 1) - effective.get(0),
                        b.carrier(),
                        b.platform(),
                        b.lessee(),
                        b.policyVersion(),
                        b.lexiconVersion(),
                        b.modelVersion());
        context.emit(file.bundle);
    }

    private static int count(BundleFile file, Predicate<Leg> which) {
        return (int) file.legs.stream().filter(which).count();
    }

    // ---- clocks

    @Override
    public void onAlarm(String name, StepContext<Bundle> context) throws Exception {
        var file = files.value();
        if (file == null) {
            return;
        }
        if (name.equals(CLOCKS)) {
            var before = List.copyOf(file.legs);
            before.forEach(leg -> clocks(file, leg, context));
            if (!before.equals(file.legs)) {
                publish(file, context);
            }
            files.update(file);
        } else if (over(file, context.now())) {
            file.parked.forEach(answer -> context.count("breaker.never-applied." + answer.feed()));
            files.clear();
        } else {
            context.alarm(context.now() + DAY_MS, FORGET);
        }
    }

    private static void clocks(BundleFile file, Leg leg, StepContext<Bundle> context) {
        var now = context.now();
        var waits = leg.state() == LegState.PENDING_HUMAN;
        if ((leg.state().open() || waits) && leg.expiresAt() <= now) {
            move(file, leg, LegState.EXPIRED, "clock", "time to live is over", context);
            return;
        }
        if (leg.state() != LegState.ISSUED) {
            return;
        }
        var timedOut = leg.timedOut() || now > leg.ackDeadline();
        var escalated = leg.escalated() || now >= leg.ackDeadline() + ESCALATE_AFTER_MS;
        if (timedOut != leg.timedOut() || escalated != leg.escalated()) {
            var flagged =
                    leg.flagged(
                            timedOut,
                            escalated,
                            leg.appealed(),
                            now,
                            "clock",
                            escalated ? "escalated" : "not acknowledged in time");
            file.replace(flagged);
            context.count("leg." + leg.action() + (escalated ? ".ESCALATED" : ".TIMED_OUT"));
            tell(flagged, context);
        }
    }

    private static boolean over(BundleFile file, long now) {
        return file.legs.stream()
                .allMatch(
                        l ->
                                l.state().closed() && l.closedAt() + KEPT_MS <= now
                                        || l.expiresAt() != 0 && l.expiresAt() + KEPT_MS <= now);
    }

    @Override
    public void onRefused(BreakerNews news, DeadLetterReason reason, StepContext<Bundle> context)
            throws Exception {
        if (news.assessment() != null) {
            onEvent(news, context);
        } else if (news.owned()) {
            context.account(Outcome.DEAD_LETTER, news.event().feed());
            context.emit(
                    SideOutputs.LOST,
                    new LostEvent(
                            news.event().feed(),
                            news.event().header().eventId(),
                            reason,
                            Objects.toString(reason),
                            news.at()));
        }
    }
}
