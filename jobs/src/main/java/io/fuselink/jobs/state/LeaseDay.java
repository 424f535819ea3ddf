/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.function.ToIntFunction;

/** One lease's day in short: the ten minutes of now, and the sums of those before. */
public final class LeaseDay {
    /** When the ten minutes of now began, epoch ms. */
    public long start;

    /** When the earliest ten minutes of the day began of which anything is known; that of now if none is. */
    public long since;

    public LeaseCounts now = new LeaseCounts();
    public LeaseCounts earlier = new LeaseCounts();

    /** Parties that bound in the ten minutes of now. */
    public int parties;

    /** Time between bindings in the ten minutes of now, s. */
    public int gaps;

    public double gapSum;
    public double gapSquares;

    /** Most parties that one address was served for within a day, and when that was heard of. */
    public int crowd;

    public long crowdAt;

    public long lastActive;
    public long lastBound;

    /** When the lease was last named for its owner; 0 = never. */
    public long namedAt;

    /** When the earliest fact was told that is still remembered; 0 = none is. */
    public long firstTold;

    /** One more binding. */
    public void bind(long at) {
        now.bound++;
        if (lastBound != 0) {
            var gap = (at - lastBound) / 1_000.0;
            gaps++;
            gapSum += gap;
            gapSquares += gap * gap;
        }
        lastBound = at;
    }

    /** An address was served for so many parties. */
    public void crowd(int parties, long at) {
        if (parties >= crowdOf(at)) {
            crowd = parties;
            crowdAt = at;
        }
    }

    /** Most parties that one address was served for within the day before then. */
    public int crowdOf(long at) {
        return crowdAt > at - LeaseMemory.DAY_MS ? crowd : 0;
    }

    /** Standard deviation of the time between bindings, in times of its mean. */
    public double gapVariation() {
        var mean = gapSum / gaps;
        var variance = Math.max(0, gapSquares / gaps - mean * mean);
        return mean == 0 ? 0 : Math.sqrt(variance) / mean;
    }

    /** What was counted in the last day, with the ten minutes of now. */
    public int of(ToIntFunction<LeaseCounts> what) {
        return what.applyAsInt(earlier) + what.applyAsInt(now);
    }

    /** Bindings in ten minutes of the day before now, on average; of quiet minutes too. */
    public double usual() {
        return since == start
                ? 0
                : earlier.bound
                        / Math.max(1.0, (start - since) / (double) LeaseMemory.TEN_MINUTES_MS);
    }

    /** Other ten minutes begin. */
    void begin(long at) {
        earlier.add(now);
        start = at;
        now = new LeaseCounts();
        parties = 0;
        gaps = 0;
        gapSum = 0;
        gapSquares = 0;
    }
}
