/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** When, on the wall, the play had reached a moment of event time. */
public final class Timetable {
    private final ConcurrentNavigableMap<Long, Long> wallByEventTime =
            new ConcurrentSkipListMap<>();

    void reached(long eventTime, long wallMs) {
        wallByEventTime.putIfAbsent(eventTime, wallMs);
    }

    /**
     * Wall time in epoch ms at which everything up to {@code eventTime} had been sent, between two
     * heartbeats by straight line; −1 when the play has not come so far.
     */
    public long wallAt(long eventTime) {
        var after = wallByEventTime.ceilingEntry(eventTime);
        if (after == null) {
            return -1;
        }
        var before = wallByEventTime.floorEntry(eventTime);
        if (before == null || before.getKey().equals(after.getKey())) {
            return after.getValue();
        }
        var share = (double) (eventTime - before.getKey()) / (after.getKey() - before.getKey());
        return before.getValue() + Math.round(share * (after.getValue() - before.getValue()));
    }
}
