/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * One play of a plan: residents act in the order of time, and records come out in the order of their
 * arrival. Holds only what is under way.
 */
final class Play<T extends Arrival> implements Iterator<T> {
    private final CityPlan plan;
    private final Turns turns;
    private final Outbox<T> outbox;
    private final Town town;
    private final long start;
    private final long end;
    private final double tempo;
    private int newcomers;

    /** @param packing in what form records come out */
    Play(CityPlan plan, Function<WireRecord, T> packing) {
        this.plan = plan;
        this.start = plan.startMs();
        this.end = plan.endMs();
        this.tempo = plan.tempo();
        this.turns = new Turns(start);
        this.outbox = new Outbox<>(plan, packing);
        this.town = new Town(new World(plan, outbox));
        for (var place = town.crowdSize(); place < town.size(); place++) {
            schedule(atTempo(start, town.firstAct(place)), place);
        }
    }

    /** What there is to know once the play is over. */
    Truth truth() {
        var numbers = town.numbers();
        return new Truth(
                plan.people(),
                plan.hours(),
                plan.seed(),
                start,
                end,
                numbers,
                town.campaigns(),
                numbers.keySet().stream().filter(tk -> numbers.get(tk).evader()).toList(),
                outbox.sent(),
                outbox.tally(),
                plan.intensity(),
                plan.incident(),
                town.tenures());
    }

    @Override
    public boolean hasNext() {
        while (outbox.isSliceTaken()) {
            if (!advance()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the play is over");
        }
        return outbox.take();
    }

    /** Lets everybody act who might send something in the next slice of time, then opens it; false when nothing is left to come. */
    private boolean advance() {
        if (!outbox.isWaiting()) {
            var next = nextTurn();
            if (next >= end) {
                return false;
            }
            outbox.skipTo(next);
        }
        var until = outbox.nextSliceEnds();
        admitUntil(until);
        while (!turns.isEmpty() && turns.at() < until) {
            var now = turns.at();
            var next = atTempo(now, town.act(turns.place(), now));
            if (next < end) {
                turns.postpone(next);
            } else {
                turns.remove();
            }
        }
        outbox.openNextSlice();
        return true;
    }

    private long nextTurn() {
        return Math.min(turns.isEmpty() ? end : turns.at(), nextNewcomer());
    }

    /** The crowd takes its first turns one after the other: who has not acted yet takes no room. */
    private void admitUntil(long time) {
        for (var at = nextNewcomer(); at < time; at = nextNewcomer()) {
            schedule(at, town.newcomer(newcomers++));
        }
    }

    private long nextNewcomer() {
        return newcomers == town.crowdSize()
                ? Resident.GONE
                : atTempo(start, town.newcomerEnters(newcomers));
    }

    /** A busy city waits less from one act to the next. */
    private long atTempo(long last, long next) {
        return tempo == 1 || next == Resident.GONE
                ? next
                : last + Math.max(1, Math.round((next - last) / tempo));
    }

    private void schedule(long at, int place) {
        if (at < end) {
            turns.add(at, place);
        }
    }
}
