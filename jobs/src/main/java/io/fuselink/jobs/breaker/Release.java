/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.Command;
import io.fuselink.events.Decision;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import java.util.List;
import java.util.function.Predicate;

/** The way back: open legs are taken back by command, legs that never went out at once. */
final class Release {
    private Release() {}

    /** Releases every leg this concerns, and says by which decision. */
    static void all(Saga saga, Predicate<Leg> which, Decision decision) {
        for (var leg : List.copyOf(saga.file().legs)) {
            if (which.test(leg)) {
                release(saga, leg, decision.by(), decision.reason(), decision);
            }
        }
    }

    static void all(Saga saga, Predicate<Leg> which, String by, String why) {
        for (var leg : List.copyOf(saga.file().legs)) {
            if (which.test(leg)) {
                of(saga, leg, by, why);
            }
        }
    }

    static void of(Saga saga, Leg leg, String by, String why) {
        release(saga, leg, by, why, null);
    }

    private static void release(Saga saga, Leg leg, String by, String why, Decision decision) {
        if (leg.state().open() || mayStillBeInForce(leg)) {
            ask(saga, leg, by, why, decision);
        } else if (!leg.state().closed()) {
            var next =
                    leg.next(saga.now(), by, why)
                            .state(LegTable.next(leg.state(), Cause.WITHDRAW).orElseThrow());
            saga.write(decision == null ? next : next.decided(decision));
        }
    }

    private static void ask(Saga saga, Leg leg, String by, String why, Decision decision) {
        var next = leg.next(saga.now(), by, why);
        if (decision != null) {
            next.decided(decision);
        }
        if (leg.liftAskedAt() > 0) {
            saga.write(next);
            return;
        }
        var deadline = saga.now() + LegClocks.LIFT_WITHIN_MS;
        saga.command(saga.write(next.liftAsked(saga.now(), deadline)), Command.LIFT);
        saga.alarm(deadline + 1);
    }

    /** A party that once said EFFECTIVE and later something else may still hold somebody: it is told to lift as well. */
    private static boolean mayStillBeInForce(Leg leg) {
        return leg.effectiveAt() > 0
                && (leg.state() == LegState.REJECTED
                        || leg.state() == LegState.FAILED
                        || leg.state() == LegState.SUPERSEDED);
    }
}
