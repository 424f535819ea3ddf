/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Records on their way to the gateways, handed out in the order in which they arrive there. Time is
 * cut into slices; only the records of one slice are sorted, once nothing can be sent into it any
 * more.
 */
final class Outbox<T extends Arrival> {
    private static final int SLICE_BITS = 5;

    /** Slices near enough to have a place in the ring: the next half hour, which holds nearly all that waits. */
    private static final int NEAR = 1 << 16;

    private final List<List<T>> near = new ArrayList<>(Collections.nCopies(NEAR, null));
    private final Map<Long, List<T>> far = new HashMap<>();
    private final Mishaps mishaps;
    private final Function<WireRecord, T> packing;
    private final long[] sent = new long[Feed.values().length];
    private final Consumer<WireRecord> gateway = this::add;
    private List<T> open = List.of();
    private int taken;
    private long waiting;
    private long slice;

    /**
     * @param plan nothing is sent before its start
     * @param packing what is kept of a record until it arrives
     */
    Outbox(CityPlan plan, Function<WireRecord, T> packing) {
        this.packing = packing;
        this.mishaps = new Mishaps(plan);
        this.slice = (plan.startMs() >> SLICE_BITS) - 1;
    }

    /** Sends an event, and whatever a gateway on a bad day makes of it. */
    void send(Event event) {
        mishaps.befall(event, gateway);
    }

    private void add(WireRecord record) {
        var its = record.ingestTime() >> SLICE_BITS;
        if (its <= slice) {
            throw new IllegalStateException(
                    record.feed().wireName() + " sent to arrive before the present");
        }
        waiting++;
        sent[record.feed().ordinal()]++;
        var packed = packing.apply(record);
        if (its - slice >= NEAR) {
            far.computeIfAbsent(its, s -> new ArrayList<>()).add(packed);
            return;
        }
        var place = (int) its & NEAR - 1;
        var records = near.get(place);
        if (records == null) {
            records = new ArrayList<>();
            near.set(place, records);
        }
        records.add(packed);
    }

    /** Whether records of later slices wait. */
    boolean isWaiting() {
        return waiting > 0;
    }

    /** Passes over the time before {@code time}, in which nobody sends and nothing arrives. */
    void skipTo(long time) {
        slice = Math.max(slice, (time >> SLICE_BITS) - 1);
    }

    /** First moment behind the next slice, epoch ms: whoever may send earlier must have done so when it is opened. */
    long nextSliceEnds() {
        return slice + 2 << SLICE_BITS;
    }

    void openNextSlice() {
        open = next(++slice);
        waiting -= open.size();
        taken = 0;
        if (open.size() > 1) {
            open.sort(Comparator.comparingLong(Arrival::ingestTime));
        }
    }

    /** The records of a slice in the order in which they were sent: those from afar came first. */
    private List<T> next(long its) {
        var late = near.set((int) its & NEAR - 1, null);
        var early = far.isEmpty() ? null : far.remove(its);
        if (early == null) {
            return late == null ? List.of() : late;
        }
        if (late != null) {
            early.addAll(late);
        }
        return early;
    }

    /** Whether the open slice has been handed out. */
    boolean isSliceTaken() {
        return taken == open.size();
    }

    T take() {
        return open.get(taken++);
    }

    /** Records by wire name of the feed, copies and garbage included. */
    Map<String, Long> sent() {
        return Counts.byName(sent);
    }

    FaultTally tally() {
        return mishaps.tally();
    }
}
