/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/** How busy the hours of a day are, Beijing time, against the busiest. */
enum DayShape {
    /** People awake: from seven, least at night. */
    WAKING(
            0.02, 0.01, 0.01, 0.01, 0.02, 0.1, 0.3, 0.7, 0.9, 1, 1, 1, 1, 0.8, 0.9, 1, 1, 1, 1, 1,
            0.9, 0.7, 0.3, 0.1),
    /** Offices, with a quieter noon. */
    OFFICE(
            0, 0, 0, 0, 0, 0, 0.01, 0.1, 0.6, 1, 1, 1, 0.5, 0.5, 1, 1, 1, 0.8, 0.3, 0.1, 0.05, 0.01,
            0, 0),
    /** Lunch and dinner. */
    MEALS(
            0.1, 0.05, 0.02, 0.02, 0.02, 0.05, 0.2, 0.3, 0.3, 0.3, 0.5, 1, 1, 0.6, 0.3, 0.2, 0.3,
            0.9, 1, 1, 0.6, 0.4, 0.3, 0.2),
    /** Lunch alone. */
    NOON(
            0, 0, 0, 0, 0, 0, 0.05, 0.1, 0.1, 0.15, 0.4, 1, 1, 0.3, 0.1, 0.1, 0.1, 0.2, 0.2, 0.1,
            0.05, 0, 0, 0),
    /** The same at any hour: machines, and people who must not look like office hours. */
    EVEN(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

    private static final long HOUR_MS = 3_600_000;
    private static final int BEIJING = 8;

    private final double[] byHour;

    DayShape(double... byHour) {
        this.byHour = byHour;
    }

    /**
     * When something happens next that happens at random.
     *
     * @param meanGapMs mean time between two of them in the busiest hour
     */
    long next(long now, double meanGapMs, Dice dice) {
        var work = (double) Math.max(1, dice.exponential(meanGapMs));
        var at = now;
        while (true) {
            var busy = byHour[(int) ((at / HOUR_MS + BEIJING) % byHour.length)];
            var hourEnds = (at / HOUR_MS + 1) * HOUR_MS;
            if (work <= (hourEnds - at) * busy) {
                return at + Math.max(1, Math.round(work / busy));
            }
            work -= (hourEnds - at) * busy;
            at = hourEnds;
        }
    }
}
