/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.delays;

import io.fuselink.events.Event;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * When a deployment's clock stood where, by the stamps of its clock feed: the same as the wall clock
 * anywhere but in a city that is played faster.
 */
final class Ticks {
    /** Ticks come once a second; between two that lie further apart nobody knows how time passed, ms. */
    private static final long APART_MS = 5_000;

    /** Wall time of each tick, by its event time. */
    private final TreeMap<Long, Long> wall = new TreeMap<>();

    Ticks(List<Stamped<Event>> clock) {
        clock.forEach(tick -> wall.merge(tick.record().ts(), tick.wallMs(), Math::min));
    }

    /** The wall time at which the clock stood there, epoch ms; empty where no two ticks tell. */
    OptionalLong wallAt(long eventTime) {
        var before = wall.floorEntry(eventTime);
        var after = wall.ceilingEntry(eventTime);
        if (before == null || after == null || after.getValue() - before.getValue() > APART_MS) {
            return OptionalLong.empty();
        }
        var apart = after.getKey() - before.getKey();
        var share = apart == 0 ? 0 : (double) (eventTime - before.getKey()) / apart;
        return OptionalLong.of(
                before.getValue() + Math.round(share * (after.getValue() - before.getValue())));
    }
}
