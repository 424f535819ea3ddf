/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import io.fuselink.events.Ordered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * What waits in an inbox, for all keys together, to be taken in the order of time. Kept in slices of
 * time, of which only the one that is due is sorted: most of what arrives is delivered soon after and
 * nearly in order, and a queue over everything would be searched for nothing.
 */
final class Calendar<IN extends Ordered> {
    private static final long SLICE_MS = 100;

    private final TreeMap<Long, List<Held<IN>>> slices = new TreeMap<>();
    private final PriorityQueue<Held<IN>> due = new PriorityQueue<>();
    private final Set<Held<IN>> alarms = new HashSet<>();
    private final Map<String, Integer> recordsByKey = new HashMap<>();

    /** Everything before this time is in {@code due}, epoch ms. */
    private long dueBefore = Long.MIN_VALUE;

    private int size;

    /** Adds a record, or an alarm; an alarm that is there already rings once. */
    void add(Held<IN> held) {
        if (held.isAlarm()) {
            if (!alarms.add(held)) {
                return;
            }
        } else {
            recordsByKey.merge(held.key(), 1, Integer::sum);
        }
        size++;
        if (held.at() < dueBefore) {
            due.add(held);
        } else {
            slices.computeIfAbsent(slice(held.at()), s -> new ArrayList<>()).add(held);
        }
    }

    /** Takes the earliest of what is due by a time, null when nothing is. */
    Held<IN> next(long by) {
        while (due.isEmpty() && !slices.isEmpty() && slices.firstKey() * SLICE_MS <= by) {
            var slice = slices.pollFirstEntry();
            due.addAll(slice.getValue());
            dueBefore = (slice.getKey() + 1) * SLICE_MS;
        }
        if (due.isEmpty() || due.peek().at() > by) {
            return null;
        }
        var next = due.poll();
        size--;
        if (next.isAlarm()) {
            alarms.remove(next);
        } else {
            recordsByKey.computeIfPresent(next.key(), (key, n) -> n == 1 ? null : n - 1);
        }
        return next;
    }

    /** Records waiting for a key. */
    int waiting(String key) {
        return recordsByKey.getOrDefault(key, 0);
    }

    int size() {
        return size;
    }

    /** Everything that waits, in no order. */
    List<Held<IN>> all() {
        var all = new ArrayList<>(due);
        slices.values().forEach(all::addAll);
        return all;
    }

    private static long slice(long time) {
        return Math.floorDiv(time, SLICE_MS);
    }
}
