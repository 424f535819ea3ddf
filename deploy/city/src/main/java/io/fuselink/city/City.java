/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Feed;
import java.util.EnumMap;
import java.util.Iterator;

/** A synthetic city to rehearse on: every iteration plays it again, with the same bytes. */
public final class City implements Iterable<WireRecord> {
    private final CityPlan plan;
    private Truth truth;

    private City(CityPlan plan) {
        this.plan = plan;
    }

    public static City of(CityPlan plan) {
        return new City(plan);
    }

    public CityPlan plan() {
        return plan;
    }

    /** All wire records in the order in which they reach the gateways; made as they are asked for. */
    @Override
    public Iterator<WireRecord> iterator() {
        return new Play(plan);
    }

    /** Who is who and what was sent; counting takes one silent play, the first time. */
    public synchronized Truth truth() {
        if (truth == null) {
            truth = observe();
        }
        return truth;
    }

    private Truth observe() {
        var play = new Play(plan);
        var records = new EnumMap<Feed, Long>(Feed.class);
        play.forEachRemaining(record -> records.merge(record.feed(), 1L, Long::sum));
        var town = play.town();
        return new Truth(
                plan.people(),
                plan.hours(),
                plan.seed(),
                plan.startMs(),
                plan.endMs(),
                town.numbers(),
                town.campaigns(),
                town.numbers().keySet().stream()
                        .filter(tk -> town.numbers().get(tk).evader())
                        .toList(),
                Counts.byName(records),
                play.faults());
    }
}
