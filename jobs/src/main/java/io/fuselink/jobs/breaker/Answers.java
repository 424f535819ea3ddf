/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.Ack;
import io.fuselink.events.AckStatus;
import io.fuselink.events.Appeal;
import io.fuselink.events.Decision;
import io.fuselink.events.Event;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.Verb;
import java.util.List;
import java.util.Locale;

/** What parties, officers, appellants and authorities say about a bundle, applied to its legs. */
final class Answers {
    private final Orders orders;

    Answers(Orders orders) {
        this.orders = orders;
    }

    /** Applies an answer; false when it is too early, because its leg was not sent yet. */
    boolean apply(Saga saga, Event answer) {
        switch (answer.feed()) {
            case ACKS -> {
                return acknowledged(saga, answer.ack());
            }
            case DECISIONS -> decided(saga, answer.decision());
            case CASES -> lifted(saga, answer);
            case APPEALS -> appealed(saga, answer.appeal());
            default -> throw new IllegalStateException("no answer: " + answer.feed());
        }
        return true;
    }

    // ---- parties

    /** A party proves when it acted by the acknowledgement's own time; that also settles whether it was in time. */
    private static boolean acknowledged(Saga saga, Ack ack) {
        var cause = Cause.of(ack.status());
        var leg = saga.file().leg(ack.legId());
        if (leg == null || LegTable.early(leg.state(), cause)) {
            return false;
        }
        if (!leg.party().equals(ack.party())) {
            saga.count("breaker.ack-of-another-party");
            return true;
        }
        leg = settleDeadline(saga, leg, ack);
        var to = LegTable.next(leg.state(), cause);
        if (to.isPresent()) {
            var next = leg.next(ack.at(), ack.party(), ack.reason()).state(to.get());
            failed(saga, leg, to.get(), next);
            saga.write(next);
        } else if (ack.status() == AckStatus.EFFECTIVE && leg.effectiveAt() == 0) {
            // It acted before it said something else: it must be told to lift like everybody.
            saga.write(leg.next(ack.at(), ack.party(), "had acted before").effectiveAt(ack.at()));
        }
        return true;
    }

    private static Leg settleDeadline(Saga saga, Leg leg, Ack ack) {
        if (ack.status() == AckStatus.LIFTED || ack.status() == AckStatus.EXPIRED) {
            return leg;
        }
        var late = ack.at() > leg.ackDeadline();
        var first = leg.ackedAt() == 0 && leg.effectiveAt() == 0;
        if (leg.timedOut() == late || !first && late) {
            return leg;
        }
        return saga.write(
                leg.next(ack.at(), ack.party(), late ? "answered late" : "answered in time")
                        .timedOut(late)
                        .escalated(late && leg.escalated()));
    }

    /** What a party cannot or will not do goes to a person. */
    private static void failed(Saga saga, Leg leg, LegState to, Leg.Next next) {
        if (to == LegState.FAILED || to == LegState.REJECTED && leg.level() >= Ladder.TOP_LEVEL) {
            next.escalated(true);
            saga.page(
                    "LEG_" + to,
                    leg,
                    leg.level(),
                    Ladder.TOP_LEVEL,
                    leg.party() + " answers " + to + " to " + leg.action());
        }
    }

    // ---- officers

    private void decided(Saga saga, Decision decision) {
        switch (decision.verb()) {
            case APPROVE ->
                    named(saga, decision).stream()
                            .filter(l -> Saga.pending(l) || namesIt(decision, l))
                            .forEach(l -> approve(saga, l, decision));
            case REJECT ->
                    named(saga, decision).stream()
                            .filter(Saga::waits)
                            .forEach(l -> reject(saga, l, decision));
            case LIFT -> release(saga, decision);
            case CONFIRM_WRONG, REVERIFY_PASSED -> {
                // Whoever was wrongly hit is released everywhere, whichever leg was named.
                saga.file().bundle = saga.bundle().judged(Verb.CONFIRM_WRONG);
                Release.all(saga, leg -> true, decision);
            }
            case CONFIRM_FRAUD -> {
                saga.file().bundle = saga.bundle().judged(Verb.CONFIRM_FRAUD);
                note(saga, decision);
            }
            case REVERIFY_FAILED -> {
                note(saga, decision);
                raise(saga);
            }
        }
        saga.count("decisions." + decision.verb());
        if (answersAppeal(decision.verb())) {
            saga.file().appealedAt = 0;
        }
    }

    private static boolean answersAppeal(Verb verb) {
        return verb != Verb.APPROVE && verb != Verb.REJECT;
    }

    /** Who sees that harm is imminent may name the one leg that waits for a re-verification. */
    private static boolean namesIt(Decision decision, Leg leg) {
        return Saga.waits(leg) && leg.legId().equals(decision.legId());
    }

    private static List<Leg> named(Saga saga, Decision decision) {
        return saga.legs(l -> decision.legId() == null || l.legId().equals(decision.legId()));
    }

    private static void release(Saga saga, Decision decision) {
        Release.all(
                saga,
                l -> decision.legId() == null || l.legId().equals(decision.legId()),
                decision);
    }

    /** One name approves once; where two are needed the leg waits for the other, and each one's reason stays. */
    private static void approve(Saga saga, Leg leg, Decision decision) {
        if (leg.approvalsNeeded() > 1 && leg.firstApprover() == null) {
            saga.write(
                    leg.next(saga.now(), decision.by(), decision.reason())
                            .firstApprover(decision.by())
                            .decided(decision));
            return;
        }
        if (leg.approvalsNeeded() > 1 && sameName(leg.firstApprover(), decision.by())) {
            saga.count("breaker.same-name-twice");
            saga.write(
                    leg.next(
                                    saga.now(),
                                    decision.by(),
                                    "the second approval must come from another name")
                            .decided(decision));
            return;
        }
        var ttl = leg.expiresAt() - leg.proposedAt();
        var approved =
                saga.write(
                        leg.next(saga.now(), decision.by(), decision.reason())
                                .state(LegTable.next(leg.state(), Cause.APPROVE).orElseThrow())
                                .decided(decision));
        Orders.issue(saga, approved, saga.now() + ttl);
    }

    private static boolean sameName(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }

    private static void reject(Saga saga, Leg leg, Decision decision) {
        saga.write(
                leg.next(saga.now(), decision.by(), decision.reason())
                        .state(LegTable.next(leg.state(), Cause.REJECT).orElseThrow())
                        .decided(decision));
    }

    /** A verdict changes no state by itself; it stands in the history of every leg it is about. */
    private static void note(Saga saga, Decision decision) {
        for (var leg : named(saga, decision)) {
            saga.write(
                    leg.next(saga.now(), decision.by(), decision.verb() + ": " + decision.reason())
                            .decided(decision));
        }
    }

    /** Who fails to verify himself may be blocked in full, if two humans say so and two families agree (§6.1, level 4). */
    private void raise(Saga saga) {
        var b = saga.bundle();
        if (b.level() == Ladder.TOP_LEVEL - 1 && b.families().length() >= 2) {
            saga.file().bundle = b.raisedTo(Ladder.TOP_LEVEL);
            saga.file().tagsOnly = false;
            orders.ofLevel(saga);
        }
    }

    // ---- those who were hit, and authorities

    private static void appealed(Saga saga, Appeal appeal) {
        saga.file().appealedAt = appeal.filedAt();
        saga.alarm(appeal.filedAt() + LegClocks.APPEAL_WITHIN_MS);
        for (var leg : saga.legs(l -> !l.state().closed())) {
            if (appeal.legId() == null || appeal.legId().equals(leg.legId())) {
                saga.write(
                        leg.next(appeal.filedAt(), "subject", "appeal " + appeal.appealId())
                                .appealed());
            }
        }
    }

    /** An authority lifts what was ordered before; pushes may overtake each other, so an order is not lifted by an older word. */
    private static void lifted(Saga saga, Event lift) {
        saga.file().liftedUpTo = Math.max(saga.file().liftedUpTo, lift.ts());
        Release.all(
                saga,
                leg -> leg.proposedAt() <= lift.ts(),
                lift.push().authorityName(),
                "lifted by " + lift.push().caseId());
    }
}
