/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.Set;

/**
 * How long and how lively a city of nothing but a crowd must be to make so many events: about 7 of 10
 * are calls, 1.5 bindings and 1.3 CDRs. What a crowd does at the tempo of an ordinary day was counted.
 */
final class Workload {
    /** Of what the crowd calls about. */
    static final double ERRANDS = 0.6;

    /** One number in so many is a middle number. */
    static final int NUMBERS_PER_MIDDLE_NUMBER = 5;

    private static final double EVENTS_AN_ACT = 8;
    private static final double HOURS_FROM_ACT_TO_ACT = 23 / 60.0;

    /** So that there are enough events, whatever chance brings. */
    private static final double MARGIN = 1.15;

    private static final int LEAST_NUMBERS = 100;
    private static final double MOST_HOURS = 24;

    private Workload() {}

    static CityPlan plan(int numbers, long events, long seed) {
        if (numbers < LEAST_NUMBERS) {
            throw new IllegalArgumentException(
                    "numbers: " + numbers + " is below " + LEAST_NUMBERS);
        }
        if (events < 1) {
            throw new IllegalArgumentException("events: " + events + " is below 1");
        }
        var people = numbers - numbers / NUMBERS_PER_MIDDLE_NUMBER;
        var acts = MARGIN * events / EVENTS_AN_ACT / people;
        var ordinary = acts * HOURS_FROM_ACT_TO_ACT;
        var hours = Math.max(1, Math.min(MOST_HOURS, ordinary));
        return new CityPlan(
                people,
                hours,
                seed,
                CityPlan.DEFAULT_START,
                CityPlan.DEFAULT_INTENSITY,
                Incident.NONE,
                Set.of(),
                FeedFaults.NONE,
                Math.max(0.01, ordinary / hours),
                ERRANDS);
    }
}
