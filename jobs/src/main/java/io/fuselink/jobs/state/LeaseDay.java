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

    /** Parties of the address that most bindings were served at, of those that have a crowd. */
    public int crowd;

    /** Bindings served there, when the first of them was, and the lease's whole day at the last of them. */
    public int crowdTimes;

    public long crowdSince;
    public int crowdBound;

    /** Most parties that one device bound for within ten minutes, and when that was. */
    public int hands;

    public long handsAt;

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

    /** An address with a crowd was served once more. */
    public void crowd(LeaseMemory.Shared address, long at) {
        if (crowdOf(at) == 0 || address.times() >= crowdTimes) {
            crowd = address.parties().size();
            crowdTimes = address.times();
            crowdSince = address.since();
            crowdBound = of(c -> c.bound);
        }
    }

    /** Parties of the address that most bindings of a day were served at; none once the first is a day old. */
    public int crowdOf(long at) {
        return crowdSince > at - LeaseMemory.DAY_MS ? crowd : 0;
    }

    /**
     * The part of the lease's bindings that were served there: of its day when that was last heard of and of
     * its day now, whichever is larger, so that a quiet day is not held against the busy one before it.
     */
    public double crowdShare() {
        var most = Math.max(crowdBound, of(c -> c.bound));
        return most == 0 ? 0 : crowdTimes / (double) most;
    }

    /** A device bound for so many parties. */
    public void hands(int parties, long at) {
        if (parties >= handsOf(at)) {
            hands = parties;
            handsAt = at;
        }
    }

    /** Most parties that one device bound for within ten minutes of the day before then. */
    public int handsOf(long at) {
        return handsAt > at - LeaseMemory.DAY_MS ? hands : 0;
    }

    /** Standard deviation of the time between bindings, in times of its mean. */
    public double gapVariation() {
        return variation(gaps, gapSum, gapSquares);
    }

    /** Standard deviation of so many gaps of this sum and sum of squares, in times of their mean; 0 for a mean of 0. */
    static double variation(int gaps, double sum, double squares) {
        if (sum == 0) {
            return 0;
        }
        var mean = sum / gaps;
        return Math.sqrt(Math.max(0, squares / gaps - mean * mean)) / mean;
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
