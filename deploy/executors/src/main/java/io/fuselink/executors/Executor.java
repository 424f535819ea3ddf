/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import io.fuselink.events.Ack;
import io.fuselink.events.AckStatus;
import io.fuselink.events.Action;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;

/**
 * One party's hand: hears commands, has them carried out, answers, and ends every limit when its time
 * is over by the wall clock. Idempotent by (leg, command); of two versions the higher wins, whatever
 * order they come in. Every change is in the journal before anything is done about it, so that after a
 * crash the same order, under the same key, is given again. Releases go before limits, and never give
 * up. A probe lets go until its end and puts in force again. For one thread.
 */
final class Executor {
    private static final String TOO_LATE = "its time was over before it came";
    private static final String STILL_HELD = "released; another leg still holds the target";
    private static final String ENDLESS = "NO_EXPIRY: neither an end nor a ground in law";

    /** Marks the end of a limit among the attempts to release. */
    private static final int END = -1;

    private final String party;
    private final Inventory inventory;
    private final ActionTarget target;
    private final Journal journal;
    private final Retries retries;
    private final InstantSource clock;
    private final BiConsumer<Action, Ack> answers;

    private final PriorityQueue<Due> releases = new PriorityQueue<>(Due.FIRST);
    private final PriorityQueue<Due> applies = new PriorityQueue<>(Due.FIRST);

    /** An attempt to make, or an end to see to; stale when the leg stands otherwise by then. */
    private record Due(long at, String legId, int version, int attemptsMade) {
        static final Comparator<Due> FIRST =
                Comparator.comparingLong(Due::at).thenComparing(Due::legId);
    }

    /**
     * @param inventory null when the target understands tokens itself
     * @param answers takes each acknowledgement with the command it answers
     */
    Executor(
            String party,
            Inventory inventory,
            ActionTarget target,
            Journal journal,
            Retries retries,
            InstantSource clock,
            BiConsumer<Action, Ack> answers) {
        this.party = party;
        this.inventory = inventory;
        this.target = target;
        this.journal = journal;
        this.retries = retries;
        this.clock = clock;
        this.answers = answers;
    }

    /** Takes up what an earlier run left: answers again what may not have been heard, and queues what is not done. */
    void resume() {
        for (var limit : journal.limits()) {
            answer(limit);
            if (limit.standing() == Standing.TAKEN) {
                applies.add(due(limit, limit.at(), 0));
            } else if (limit.standing().releasing()) {
                releases.add(due(limit, limit.at(), 0));
            } else if (limit.standing().probing()) {
                probing(limit);
            }
            watchEnd(limit);
        }
    }

    /** Hears one command; those of other parties are none of its business. */
    void hear(Action action) {
        if (!action.party().equals(party)) {
            return;
        }
        var known = journal.limit(action.legId());
        if (known != null && known.answers(action)) {
            answer(known);
        } else if (known == null || !known.supersedes(action)) {
            switch (action.command()) {
                case APPLY -> apply(action, known);
                case LIFT -> lift(action, known);
                case PROBE -> probe(action, known);
            }
        }
    }

    private void apply(Action action, Limit known) {
        var now = clock.millis();
        var bound = known != null && !known.standing().over();
        var limit = new Limit(action, numbers(action, known), Standing.TAKEN, null, now, bound);
        if (limit.overdue(now)) {
            settle(limit, bound ? Standing.EXPIRING : Standing.EXPIRED, TOO_LATE);
        } else if (action.expiresAt() <= 0 && action.legalBasis() == null) {
            settle(limit, bound ? Standing.LIFTING : Standing.REFUSED, ENDLESS);
        } else {
            var refusal = bound || inventory == null ? null : inventory.refusal(action);
            settle(limit, refusal == null ? Standing.TAKEN : Standing.REFUSED, refusal);
        }
    }

    private List<String> numbers(Action action, Limit known) {
        if (known != null && !known.numbers().isEmpty()) {
            return known.numbers();
        }
        return inventory == null ? List.of() : inventory.numbers(action);
    }

    private void lift(Action action, Limit known) {
        var bound = known != null && !known.standing().over();
        var limit =
                new Limit(
                        action,
                        numbers(action, known),
                        Standing.LIFTING,
                        null,
                        clock.millis(),
                        bound);
        settle(limit, bound ? Standing.LIFTING : Standing.LIFTED, null);
    }

    /** Lets go for a while what is in force; of what is not, or when the time is over already, there is nothing to try. */
    private void probe(Action action, Limit known) {
        var now = clock.millis();
        var limit = new Limit(action, numbers(action, known), Standing.OPENING, null, now, true);
        if (known != null
                && (known.standing().mayBind() || known.standing().probing())
                && !limit.probed(now)
                && !limit.overdue(now)) {
            settle(limit, Standing.OPENING, null);
        }
    }

    /** Writes down how a leg stands now, answers, and queues what follows from it. */
    private void settle(Limit limit, Standing standing, String reason) {
        var now = limit.standing(standing, reason, clock.millis());
        journal.write(now);
        answer(now);
        if (standing == Standing.TAKEN) {
            applies.add(due(now, now.at(), 0));
            watchEnd(now);
        } else if (standing.releasing()) {
            releases.add(due(now, now.at(), 0));
        } else if (standing.probing()) {
            probing(now);
        }
    }

    private void probing(Limit limit) {
        releases.add(
                due(
                        limit,
                        limit.standing() == Standing.OPENING
                                ? limit.at()
                                : limit.order().probeUntil(),
                        0));
        watchEnd(limit);
    }

    private void watchEnd(Limit limit) {
        if (!limit.standing().over()
                && !limit.standing().releasing()
                && limit.order().expiresAt() > 0) {
            releases.add(due(limit, limit.order().expiresAt(), END));
        }
    }

    private static Due due(Limit limit, long at, int attemptsMade) {
        return new Due(at, limit.legId(), limit.order().version(), attemptsMade);
    }

    /** Does all that is due, releases first, and says when to come again, epoch ms. */
    long work() {
        while (true) {
            if (isDue(releases)) {
                release(releases.remove());
            } else if (isDue(applies)) {
                apply(applies.remove());
            } else {
                return Math.min(at(releases), at(applies));
            }
        }
    }

    private boolean isDue(PriorityQueue<Due> queue) {
        return at(queue) <= clock.millis();
    }

    private static long at(PriorityQueue<Due> queue) {
        return queue.isEmpty() ? Long.MAX_VALUE : queue.peek().at();
    }

    private void apply(Due due) {
        var limit = journal.limit(due.legId());
        if (limit.order().version() != due.version() || limit.standing() != Standing.TAKEN) {
            return;
        }
        var outcome = target.apply(limit.toTarget());
        switch (outcome.kind()) {
            case DONE -> settle(limit, Standing.IN_FORCE, outcome.reason());
            case REFUSED ->
                    settle(
                            limit,
                            limit.held() ? Standing.FAILED : Standing.REFUSED,
                            outcome.reason());
            case UNCLEAR -> {
                var made = due.attemptsMade() + 1;
                if (made >= retries.attempts()) {
                    settle(limit, Standing.FAILED, outcome.reason());
                } else {
                    applies.add(due(limit, clock.millis() + retries.waitMs(made), made));
                }
            }
        }
    }

    private void release(Due due) {
        var limit = journal.limit(due.legId());
        if (limit.order().version() != due.version()) {
            return;
        }
        if (limit.standing().mayBind() && limit.overdue(clock.millis())) {
            settle(limit, Standing.EXPIRING, null);
        } else if (limit.standing().probing()) {
            probe(limit, due.attemptsMade());
        } else if (limit.standing().releasing() && due.attemptsMade() != END) {
            release(limit, due.attemptsMade());
        }
    }

    /** One step of a probe: lets go, waits, and puts in force again, or ends because the limit's own time is over. */
    private void probe(Limit limit, int attemptsMade) {
        var now = clock.millis();
        if (limit.overdue(now)) {
            settle(limit, Standing.EXPIRING, null);
        } else if (limit.probed(now)) {
            settle(limit, Standing.TAKEN, null);
        } else if (limit.standing() == Standing.OPENING && attemptsMade != END) {
            open(limit, attemptsMade);
        }
    }

    private void open(Limit limit, int attemptsMade) {
        if (takeBack(limit).kind() == Outcome.Kind.DONE) {
            settle(limit, Standing.HALF_OPEN, null);
        } else {
            var made = attemptsMade + 1;
            releases.add(due(limit, clock.millis() + retries.waitMs(made), made));
        }
    }

    private Outcome takeBack(Limit limit) {
        return heldByAnother(limit) ? Outcome.done(STILL_HELD) : target.lift(limit.toTarget());
    }

    private void release(Limit limit, int attemptsMade) {
        var outcome = takeBack(limit);
        if (outcome.kind() == Outcome.Kind.DONE) {
            settle(
                    limit,
                    limit.standing() == Standing.EXPIRING ? Standing.EXPIRED : Standing.LIFTED,
                    outcome.reason());
            return;
        }
        var made = attemptsMade + 1;
        if (made == retries.attempts()) {
            tell(limit, AckStatus.FAILED, "not released yet, still trying: " + outcome.reason());
        }
        releases.add(due(limit, clock.millis() + retries.waitMs(made), made));
    }

    private boolean heldByAnother(Limit limit) {
        return !target.keepsLegsApart()
                && journal.limits().stream()
                        .filter(other -> !other.legId().equals(limit.legId()))
                        .filter(other -> other.standing().mayBind())
                        .anyMatch(limit::concernsSameAs);
    }

    private void answer(Limit limit) {
        if (limit.standing().answer() != null) {
            tell(limit, limit.standing().answer(), limit.reason());
        }
    }

    private void tell(Limit limit, AckStatus status, String reason) {
        var order = limit.order();
        answers.accept(
                order,
                new Ack(
                        order.legId(),
                        order.bundleId(),
                        party,
                        status,
                        order.version(),
                        limit.at(),
                        reason,
                        order.targetTk(),
                        order.epoch(),
                        order.action()));
    }
}
