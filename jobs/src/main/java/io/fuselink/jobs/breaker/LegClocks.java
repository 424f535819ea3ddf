/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.Command;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.Verb;

/**
 * The clocks of a leg, all in event time: until when its party must have answered, released and
 * re-verified, when it is tried half-open, and when it ends. The party owns expiry by the wall clock
 * as well; the clock here only says so.
 */
final class LegClocks {
    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 60 * MINUTE_MS;

    /** A party must have answered within 5 minutes (domain.md §6.7), in ms. */
    static final long ACK_WITHIN_MS = 5 * MINUTE_MS;

    /** An unanswered leg is escalated this long after its deadline, in ms. */
    static final long ESCALATE_AFTER_MS = 10 * MINUTE_MS;

    /** A party must have released within 5 minutes; the law leaves it 10 after a passed re-verification. */
    static final long LIFT_WITHIN_MS = 5 * MINUTE_MS;

    /** Re-verification must be done within 24 hours (2021 notice), in ms. */
    static final long VERIFY_WITHIN_MS = 24 * HOUR_MS;

    /** An appeal must be answered within 4 hours (domain.md §6.7), in ms. */
    static final long APPEAL_WITHIN_MS = 4 * HOUR_MS;

    /** How long calls pass while it is tried whether the evidence recurs, in ms. */
    static final long PROBE_MS = HOUR_MS;

    /** A leg shorter than this is over before a probe would tell anything, in ms. */
    private static final long PROBED_FROM_MS = 4 * HOUR_MS;

    private LegClocks() {}

    /** Sets the clocks of a leg that was sent. */
    static void wind(Saga saga, Leg leg, boolean probed) {
        saga.alarm(leg.ackDeadline() + 1);
        saga.alarm(leg.ackDeadline() + ESCALATE_AFTER_MS);
        saga.alarm(leg.expiresAt());
        if (leg.verifyDeadline() > 0) {
            saga.alarm(leg.verifyDeadline());
        }
        if (probed && leg.expiresAt() - saga.now() >= PROBED_FROM_MS) {
            saga.alarm(probeAt(leg));
        }
    }

    /** Half of its time. */
    private static long probeAt(Leg leg) {
        return leg.issuedAt() + (leg.expiresAt() - leg.issuedAt()) / 2;
    }

    /** Applies every clock of a leg that has come to its time. */
    static void ring(Saga saga, Leg leg) {
        if ((leg.state().open() || Saga.waits(leg)) && leg.expiresAt() <= saga.now()) {
            saga.move(
                    leg,
                    Cause.TIME_OVER,
                    Saga.CLOCK,
                    "time to live is over; verify before renewal");
            return;
        }
        unanswered(saga, leg);
        unreleased(saga, saga.present(leg));
        unverified(saga, saga.present(leg));
        halfOpen(saga, saga.present(leg));
    }

    private static void unanswered(Saga saga, Leg leg) {
        if (leg.state() != LegState.ISSUED) {
            return;
        }
        var timedOut = leg.timedOut() || saga.now() > leg.ackDeadline();
        var escalated = leg.escalated() || saga.now() >= leg.ackDeadline() + ESCALATE_AFTER_MS;
        if (timedOut == leg.timedOut() && escalated == leg.escalated()) {
            return;
        }
        saga.count("leg." + leg.action() + (escalated ? ".ESCALATED" : ".TIMED_OUT"));
        saga.write(
                leg.next(
                                saga.now(),
                                Saga.CLOCK,
                                escalated ? "escalated" : "not acknowledged in time")
                        .timedOut(timedOut)
                        .escalated(escalated));
        if (escalated) {
            saga.page(
                    "LEG_UNANSWERED",
                    leg,
                    saga.now() - leg.issuedAt(),
                    ACK_WITHIN_MS,
                    leg.party() + " has not answered " + leg.action());
        }
    }

    private static void unreleased(Saga saga, Leg leg) {
        if (!leg.liftAsked()
                || leg.liftOverdue()
                || saga.now() <= leg.liftDeadline()
                || leg.state() == LegState.EXPIRED) {
            return;
        }
        saga.count("leg." + leg.action() + ".LIFT_OVERDUE");
        saga.write(
                leg.next(saga.now(), Saga.CLOCK, "not released in time")
                        .liftOverdue(true)
                        .escalated(true));
        saga.page(
                "RELEASE_OVERDUE",
                leg,
                saga.now() - leg.liftAskedAt(),
                LIFT_WITHIN_MS,
                leg.party() + " has not released " + leg.action());
    }

    /** Whoever limits somebody must verify them within a day. */
    private static void unverified(Saga saga, Leg leg) {
        if (!leg.state().open()
                || leg.liftAsked()
                || leg.verifyDeadline() == 0
                || saga.now() != leg.verifyDeadline()
                || leg.verb() == Verb.REVERIFY_FAILED
                || saga.bundle().verdict() != null) {
            return;
        }
        saga.count("leg." + leg.action() + ".UNVERIFIED");
        saga.write(leg.next(saga.now(), Saga.CLOCK, "not re-verified within 24 h").escalated(true));
        saga.page(
                "REVERIFY_OVERDUE",
                leg,
                saga.now() - leg.issuedAt(),
                VERIFY_WITHIN_MS,
                leg.party() + " limits somebody who was not re-verified within 24 h");
    }

    /** Half way through, and without new evidence, calls pass for an hour; if none comes, it is over. */
    private static void halfOpen(Saga saga, Leg leg) {
        if (!leg.state().open() || leg.liftAsked()) {
            return;
        }
        var evidenceAt = saga.bundle().evidenceAt();
        if (leg.halfOpen() && evidenceAt > leg.probeDeadline() - PROBE_MS) {
            saga.write(leg.next(saga.now(), Saga.CLOCK, "the evidence recurred").probeEnded());
        } else if (leg.halfOpen() && leg.probeDeadline() <= saga.now()) {
            Release.of(saga, leg, Saga.CLOCK, "half-open, and the evidence did not recur");
        } else if (Ladder.restricts(leg.action())
                && leg.probeDeadline() == 0
                && leg.level() < Ladder.TOP_LEVEL
                && saga.now() == probeAt(leg)
                && evidenceAt <= leg.issuedAt()) {
            var until = saga.now() + PROBE_MS;
            var probed =
                    saga.write(
                            leg.next(saga.now(), Saga.CLOCK, "half-open: calls pass for an hour")
                                    .halfOpenUntil(until));
            saga.command(probed, Command.PROBE);
            saga.alarm(until);
        }
    }

    /** An appeal that nobody has answered goes to a person. */
    static void appeal(Saga saga) {
        var filedAt = saga.file().appealedAt;
        if (filedAt == 0 || saga.now() < filedAt + APPEAL_WITHIN_MS) {
            return;
        }
        saga.file().appealedAt = 0;
        saga.legs(Leg::appealed).stream()
                .findFirst()
                .ifPresent(
                        leg ->
                                saga.page(
                                        "APPEAL_UNANSWERED",
                                        leg,
                                        saga.now() - filedAt,
                                        APPEAL_WITHIN_MS,
                                        "an appeal has waited for four hours"));
    }
}
