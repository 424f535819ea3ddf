/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.indicators;

import java.util.ArrayList;
import java.util.List;
import org.apache.datasketches.hll.HllSketch;

/** One figure while it is counted. */
final class Cell {
    /** Four thousand registers: within 2 % for however many, exact for few. */
    private static final int LG_K = 12;

    private long count;
    private long base;
    private final List<Double> timesMs = new ArrayList<>();

    /** Whoever was counted as a person; null where nobody is. */
    private HllSketch people;

    void count(long more) {
        count += more;
    }

    void base(long more) {
        base += more;
    }

    /** A time of which the median is wanted, ms; it counts as one. */
    void time(long ms) {
        timesMs.add((double) ms);
        count++;
    }

    /** Somebody who counts once, however often he is met. */
    void person(String tk) {
        if (people == null) {
            people = new HllSketch(LG_K);
        }
        people.update(tk);
    }

    long count() {
        return people == null ? count : Math.round(people.getCompositeEstimate());
    }

    long base() {
        return base;
    }

    double[] timesMs() {
        return timesMs.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
