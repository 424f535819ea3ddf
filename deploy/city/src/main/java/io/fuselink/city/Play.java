/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * One play of a plan: residents act in the order of time, and records come out in the order of their
 * arrival. Holds only what is under way.
 */
final class Play implements Iterator<WireRecord> {
    private record Turn(long at, int place, Resident resident) {}

    private final PriorityQueue<Turn> turns =
            new PriorityQueue<>(Comparator.comparingLong(Turn::at).thenComparingInt(Turn::place));
    private final Outbox outbox;
    private final Town town;
    private final long start;
    private final long end;
    private final double tempo;

    Play(CityPlan plan) {
        this.start = plan.startMs();
        this.end = plan.endMs();
        this.tempo = plan.tempo();
        this.outbox = new Outbox(plan);
        this.town = new Town(new World(plan, outbox));
        var residents = town.residents();
        for (var i = 0; i < residents.size(); i++) {
            var enrolled = residents.get(i);
            schedule(new Turn(atTempo(start, enrolled.firstAct()), i, enrolled.resident()));
        }
    }

    Town town() {
        return town;
    }

    FaultTally faults() {
        return outbox.tally();
    }

    @Override
    public boolean hasNext() {
        advance();
        return !outbox.isEmpty();
    }

    @Override
    public WireRecord next() {
        advance();
        if (outbox.isEmpty()) {
            throw new NoSuchElementException("the play is over");
        }
        return outbox.take();
    }

    /** Lets everybody act who might still send something earlier than what waits. */
    private void advance() {
        while (!turns.isEmpty() && turns.peek().at() <= outbox.nextArrival()) {
            var turn = turns.remove();
            var next = turn.resident().act(turn.at());
            schedule(new Turn(atTempo(turn.at(), next), turn.place(), turn.resident()));
        }
    }

    /** A busy city waits less from one act to the next. */
    private long atTempo(long last, long next) {
        return tempo == 1 || next == Resident.GONE
                ? next
                : last + Math.max(1, Math.round((next - last) / tempo));
    }

    private void schedule(Turn turn) {
        if (turn.at() < end) {
            turns.add(turn);
        }
    }
}
