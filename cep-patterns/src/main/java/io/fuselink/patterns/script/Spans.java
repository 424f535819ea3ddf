/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.Arrays;

/** Places in a text, each from its first char to just after its last, in the order they were found. */
final class Spans {

    private int[] ends = new int[4];
    private int size;

    void add(int begin, int end) {
        if (size * 2 == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        ends[size * 2] = begin;
        ends[size * 2 + 1] = end;
        size++;
    }

    int size() {
        return size;
    }

    int begin(int i) {
        return ends[i * 2];
    }

    int end(int i) {
        return ends[i * 2 + 1];
    }

    int lastEnd() {
        int last = 0;
        for (int i = 0; i < size; i++) {
            last = Math.max(last, end(i));
        }
        return last;
    }

    /** The first one that begins at or after {@code from}, or -1. */
    int firstFrom(int from) {
        for (int i = 0; i < size; i++) {
            if (begin(i) >= from) {
                return i;
            }
        }
        return -1;
    }

    /** Whether one of them touches {@code [from, to)}. */
    boolean touch(int from, int to) {
        for (int i = 0; i < size; i++) {
            if (begin(i) < to && end(i) > from) {
                return true;
            }
        }
        return false;
    }
}
