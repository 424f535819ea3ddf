/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.Iterator;
import java.util.function.Function;

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
        return play();
    }

    /** The same records, packed for a broker as they are sent: the fast way to large loads. */
    public Iterator<Parcel> parcels() {
        return new Play<>(plan, Parcel::of);
    }

    Play<WireRecord> play() {
        return new Play<>(plan, Function.identity());
    }

    /** Who is who and what was sent; counting takes one silent play, the first time. */
    public synchronized Truth truth() {
        if (truth == null) {
            var play = play();
            play.forEachRemaining(record -> {});
            truth = play.truth();
        }
        return truth;
    }
}
