/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import io.fuselink.events.Ack;
import io.fuselink.events.AckStatus;
import io.fuselink.events.Action;
import io.fuselink.events.Command;
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
 * up. For one thread.
 */
final class Executor {
    private static final String TOO_LATE = "its time was over before it came";
    private static final String STILL_HELD = "released; another leg still holds the target";
    private static final String ENDLESS = "NO_EXPIRY: neither an end nor a ground in law";

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
            }
            watchEnd(limit);
        }
    }

    /** Hears one command; those of other parties are none of its business. */
    void hear(Action action) {
        if (!action.party().equals(party)) {
            return;
        }
        if (action.command() == Command.PROBE) {
            // What a party limits it limits whole: a probe asks for no more than it can do.
            return;
        }
        var known = journal.limit(action.legId());
        if (known != null && known.answers(action)) {
            answer(known);
        } else if (known == null || !known.supersedes(action)) {
            if (action.command() == Command.APPLY) {
                apply(action, known);
            } else {
                lift(action, known);
            }
        }
    }

    private void apply(Action action, Limit known) {
        var now = clock.millis();
        var bound = known != null && (known.standing().mayBind() || known.standing().releasing());
        var limit = new Limit(action, numbers(action, known), Standing.TAKEN, null, now);
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
        var bound = known != null && (known.standing().mayBind() || known.standing().releasing());
        var limit =
                new Limit(action, numbers(action, known), Standing.LIFTING, null, clock.millis());
        settle(limit, bound ? Standing.LIFTING : Standing.LIFTED, null);
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
        }
    }

    private void watchEnd(Limit limit) {
        if (limit.standing().mayBind() && limit.order().expiresAt() > 0) {
            releases.add(due(limit, limit.order().expiresAt(), 0));
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
            case REFUSED -> settle(limit, Standing.REFUSED, outcome.reason());
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
        } else if (limit.standing().releasing()) {
            release(limit, due.attemptsMade());
        }
    }

    private void release(Limit limit, int attemptsMade) {
        var outcome =
                heldByAnother(limit) ? Outcome.done(STILL_HELD) : target.lift(limit.toTarget());
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
