/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.indicators;

import java.util.ArrayList;
import java.util.List;

/** One figure while it is counted. */
final class Cell {
    private long count;
    private long base;
    private final List<Double> timesMs = new ArrayList<>();

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

    long count() {
        return count;
    }

    long base() {
        return base;
    }

    double[] timesMs() {
        return timesMs.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
