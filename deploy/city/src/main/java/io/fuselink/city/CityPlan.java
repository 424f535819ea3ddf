/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.time.Duration;
import java.time.Instant;

/**
 * How large a city, for how long, of which seed and from when: the same plan always gives the same
 * bytes.
 *
 * @param people residents; evaders come on top, 50 to 1 000 000
 * @param hours length of the play in hours of event time, 1 to 24
 * @param seed everything that looks like chance comes from it
 * @param start first moment of the play
 */
public record CityPlan(int people, double hours, long seed, Instant start) {
    /** A Monday at nine in Beijing: offices are open, couriers are out. */
    public static final Instant DEFAULT_START = Instant.parse("2026-03-02T01:00:00Z");

    public CityPlan {
        if (people < 50 || people > 1_000_000) {
            throw new IllegalArgumentException(
                    "people: " + people + " is not between 50 and 1000000");
        }
        if (!(hours >= 1 && hours <= 24)) {
            throw new IllegalArgumentException("hours: " + hours + " is not between 1 and 24");
        }
        if (start == null) {
            throw new IllegalArgumentException("start: missing; give the first moment of the play");
        }
    }

    public CityPlan(int people, double hours, long seed) {
        this(people, hours, seed, DEFAULT_START);
    }

    /** 300 people for three hours. */
    public static CityPlan standard(long seed) {
        return new CityPlan(300, 3, seed);
    }

    public long startMs() {
        return start.toEpochMilli();
    }

    public Instant end() {
        return start.plus(Duration.ofMillis(lengthMs()));
    }

    public long endMs() {
        return startMs() + lengthMs();
    }

    public long lengthMs() {
        return Math.round(hours * 3_600_000);
    }
}
