/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The faults found: how many of each, and the first places. */
final class Faults {
    static final int PLACES = 3;

    /**
     * Where a fault shows.
     *
     * @param detail what is seen there, in field names and never in values that name anybody
     */
    record Place(String position, String detail) {}

    /** One fault's count and first places. */
    static final class Found {
        private final List<Place> places = new ArrayList<>();
        private long count;

        long count() {
            return count;
        }

        List<Place> places() {
            return places;
        }
    }

    private final Map<Fault, Found> found = new EnumMap<>(Fault.class);

    void add(Fault fault, String position, String detail) {
        var one = found.computeIfAbsent(fault, f -> new Found());
        one.count++;
        if (one.places.size() < PLACES) {
            one.places.add(new Place(position, detail));
        }
    }

    Map<Fault, Found> found() {
        return found;
    }
}
