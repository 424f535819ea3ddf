/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

/**
 * How many records wait for each key, in two rows of counters in place of a map: every record is counted
 * when it comes and when it goes, and keys are many. A key is given the smaller of the two counters it
 * falls onto, so it is never told too few, and too many only if it shares both with busy keys: a count-min
 * sketch (Cormode and Muthukrishnan, 2005) of half a megabyte.
 */
final class WaitingByKey {
    private static final int BITS = 16;
    private static final int MASK = (1 << BITS) - 1;
    private static final int OTHER_MULTIPLIER = 0x9e3779b9;

    private final int[] row = new int[1 << BITS];
    private final int[] otherRow = new int[1 << BITS];

    void add(String key) {
        row[place(key)]++;
        otherRow[otherPlace(key)]++;
    }

    void remove(String key) {
        row[place(key)]--;
        otherRow[otherPlace(key)]--;
    }

    int of(String key) {
        return Math.min(row[place(key)], otherRow[otherPlace(key)]);
    }

    private static int place(String key) {
        var hash = key.hashCode();
        return (hash ^ hash >>> BITS) & MASK;
    }

    /** Independent enough of the other: the upper bits of a multiplicative hash. */
    private static int otherPlace(String key) {
        return key.hashCode() * OTHER_MULTIPLIER >>> Integer.SIZE - BITS;
    }
}
