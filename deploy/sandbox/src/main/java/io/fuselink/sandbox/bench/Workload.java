/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

import io.fuselink.city.City;
import io.fuselink.city.CityPlan;
import io.fuselink.city.Parcel;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * What a benchmark sends: a busy city of honest numbers, and among them a village with every evader,
 * without whom no document would be written whose delay could be measured.
 */
final class Workload implements Iterator<Parcel> {
    private static final int VILLAGERS = 2_000;

    private final Iterator<Parcel> city;
    private final Iterator<Parcel> village;
    private final long start;
    private Parcel fromCity;
    private Parcel fromVillage;

    private Workload(CityPlan city, CityPlan village) {
        this.start = city.startMs();
        this.city = City.of(city).parcels();
        this.village = City.of(village).parcels();
        fromCity = next(this.city);
        fromVillage = next(this.village);
    }

    static Workload of(int numbers, long events, long seed) {
        var city = CityPlan.busy(numbers, events, seed);
        return new Workload(city, new CityPlan(VILLAGERS, city.hours(), seed + 1, city.start()));
    }

    /** First moment of the city, epoch ms. */
    long start() {
        return start;
    }

    @Override
    public boolean hasNext() {
        return fromCity != null;
    }

    /** Whichever arrives earlier. */
    @Override
    public Parcel next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the city has played to its end");
        }
        var villageFirst = fromVillage != null && fromVillage.ingestTime() < fromCity.ingestTime();
        var parcel = villageFirst ? fromVillage : fromCity;
        if (villageFirst) {
            fromVillage = next(village);
        } else {
            fromCity = next(city);
        }
        return parcel;
    }

    private static Parcel next(Iterator<Parcel> play) {
        return play.hasNext() ? play.next() : null;
    }

    /** The next so many parcels, on their own. */
    Iterator<Parcel> stretch(long parcels) {
        return new Iterator<>() {
            private long left = parcels;

            @Override
            public boolean hasNext() {
                return left > 0 && Workload.this.hasNext();
            }

            @Override
            public Parcel next() {
                if (left == 0) {
                    throw new NoSuchElementException("the stretch is over");
                }
                left--;
                return Workload.this.next();
            }
        };
    }
}
