/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.leaks;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** One person: by whom they were bound first and when, and when fraud called them. */
final class Person {
    private static final long DAY_MS = 86_400_000;

    /** Beijing's days. */
    private static final long ZONE_MS = 8 * 3_600_000;

    private final Map<String, Long> firstBound = new HashMap<>();
    private int bindings;

    void bound(String party, long at) {
        firstBound.merge(party, at, Math::min);
    }

    void another() {
        bindings++;
    }

    int bindings() {
        return bindings;
    }

    /** Who orders much is known to many, and is called more by everybody: only like is held against like. */
    String habit() {
        if (bindings == 1) {
            return "1";
        }
        return bindings < 5 ? "2-4" : bindings < 10 ? "5-9" : "10+";
    }

    Map<String, Long> firstBound() {
        return firstBound;
    }

    /** On which days somebody bound them for the first time, and when on that day first. */
    Map<Long, Long> days() {
        var days = new TreeMap<Long, Long>();
        firstBound.values().forEach(at -> days.merge(day(at), at, Math::min));
        return days;
    }

    static long day(long at) {
        return Math.floorDiv(at + ZONE_MS, DAY_MS);
    }
}
