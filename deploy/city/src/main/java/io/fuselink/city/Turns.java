/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.Arrays;

/**
 * Whose turn comes next: places in the town by time, then by place. Eight bytes a turn, so that ten
 * million people may wait for theirs.
 */
final class Turns {
    private final long start;
    private long[] heap = new long[1_024];
    private int size;

    /** @param start no turn is earlier, epoch ms */
    Turns(long start) {
        this.start = start;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Time of the next turn, epoch ms. */
    long at() {
        return start + (heap[0] >>> Integer.SIZE);
    }

    /** Place of the next turn. */
    int place() {
        return (int) heap[0];
    }

    void add(long at, int place) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        raise(size++, packed(at, place));
    }

    /** Takes the next turn away. */
    void remove() {
        var last = heap[--size];
        if (size > 0) {
            sink(last);
        }
    }

    /** Gives the place whose turn it is another turn, later. */
    void postpone(long at) {
        sink(packed(at, place()));
    }

    private long packed(long at, int place) {
        return at - start << Integer.SIZE | place;
    }

    private void raise(int from, long turn) {
        var hole = from;
        while (hole > 0 && heap[(hole - 1) / 2] > turn) {
            heap[hole] = heap[(hole - 1) / 2];
            hole = (hole - 1) / 2;
        }
        heap[hole] = turn;
    }

    private void sink(long turn) {
        var hole = 0;
        while (2 * hole + 1 < size) {
            var child = 2 * hole + 1;
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= turn) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = turn;
    }
}
