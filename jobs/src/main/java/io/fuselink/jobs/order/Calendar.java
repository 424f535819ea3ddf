/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import io.fuselink.events.Ordered;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * What waits in an inbox, for all keys together, to be taken in the order of time. Kept in slices of
 * time, of which only the one that is due is sorted: what arrives is delivered soon after and nearly
 * in order already, so that sorting a slice once costs less than a queue over everything.
 */
final class Calendar<IN extends Ordered> {
    private static final long SLICE_MS = 100;

    private final TreeMap<Long, List<Held<IN>>> slices = new TreeMap<>();
    private final Set<Held<IN>> alarms = new HashSet<>();
    private final WaitingByKey waiting = new WaitingByKey();

    /** The slice that is due, sorted, and how far it was taken. */
    private List<Held<IN>> due = List.of();

    private int taken;

    /** What was added to the slice that is due, or to one before it, since it was sorted. */
    private final PriorityQueue<Held<IN>> afterwards = new PriorityQueue<>();

    /** Slices before this time, epoch ms, are not kept as slices any more. */
    private long dueBefore = Long.MIN_VALUE;

    private int size;

    /** Adds a record, or an alarm; an alarm that is there already rings once. */
    void add(Held<IN> held) {
        if (held.isAlarm()) {
            if (!alarms.add(held)) {
                return;
            }
        } else {
            waiting.add(held.key());
        }
        size++;
        if (held.at() < dueBefore) {
            afterwards.add(held);
        } else {
            slices.computeIfAbsent(slice(held.at()), s -> new ArrayList<>()).add(held);
        }
    }

    /** Takes the earliest of what is due by a time, null when nothing is. */
    Held<IN> next(long by) {
        while (taken == due.size()
                && afterwards.isEmpty()
                && !slices.isEmpty()
                && slices.firstKey() * SLICE_MS <= by) {
            var slice = slices.pollFirstEntry();
            due = slice.getValue();
            due.sort(null);
            taken = 0;
            dueBefore = end(slice.getKey());
        }
        var sorted = taken < due.size() ? due.get(taken) : null;
        var added = afterwards.peek();
        if (added == null || (sorted != null && sorted.compareTo(added) <= 0)) {
            return sorted == null || sorted.at() > by ? null : took(due.set(taken++, null));
        }
        return added.at() > by ? null : took(afterwards.remove());
    }

    private Held<IN> took(Held<IN> held) {
        size--;
        if (held.isAlarm()) {
            alarms.remove(held);
        } else {
            waiting.remove(held.key());
        }
        return held;
    }

    /** Records waiting for a key; {@link WaitingByKey} says how exactly. */
    int waiting(String key) {
        return waiting.of(key);
    }

    int size() {
        return size;
    }

    /** Everything that waits, in no order. */
    List<Held<IN>> all() {
        var all = new ArrayList<>(afterwards);
        all.addAll(due.subList(taken, due.size()));
        slices.values().forEach(all::addAll);
        return all;
    }

    /** The last slice of all has no end that could be told. */
    private static long end(long slice) {
        return slice >= Long.MAX_VALUE / SLICE_MS ? Long.MAX_VALUE : (slice + 1) * SLICE_MS;
    }

    private static long slice(long time) {
        return Math.floorDiv(time, SLICE_MS);
    }
}
