/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.check;

import io.fuselink.events.Ids;
import java.util.Arrays;

/**
 * Ids seen lately with 32 bits about each: at least the last two million in about 100 MB, twelve bytes
 * an id at half load in two generations, of which the elder is forgotten when the younger is full.
 */
final class SeenIds {
    private static final int MOST = 1 << 21;

    private Table young = new Table();
    private Table old = new Table();

    /** One word of 64 bits for an id of several parts. */
    static long id(Object... parts) {
        return Long.parseUnsignedLong(Ids.hash(parts).substring(0, 16), 16);
    }

    boolean contains(long id) {
        return young.find(id) != null || old.find(id) != null;
    }

    /** Notes an id; what was noted of it before, null when it is new. */
    Integer note(long id, int about) {
        var before = young.find(id);
        before = before == null ? old.find(id) : before;
        if (before == null) {
            young.put(id, about);
            if (young.size == MOST) {
                old = young;
                young = new Table();
            }
        }
        return before;
    }

    /** Open addressing over plain arrays; zero marks a free place. */
    private static final class Table {
        private long[] ids = new long[1 << 10];
        private int[] notes = new int[1 << 10];
        private int size;

        Integer find(long id) {
            var place = place(ids, id);
            return ids[place] == 0 ? null : Integer.valueOf(notes[place]);
        }

        void put(long id, int note) {
            if (size * 2 >= ids.length) {
                grow();
            }
            var place = place(ids, id);
            ids[place] = id == 0 ? 1 : id;
            notes[place] = note;
            size++;
        }

        private void grow() {
            var grown = new long[ids.length * 2];
            var moved = Arrays.copyOf(notes, grown.length);
            for (var i = 0; i < ids.length; i++) {
                if (ids[i] != 0) {
                    var place = place(grown, ids[i]);
                    grown[place] = ids[i];
                    moved[place] = notes[i];
                }
            }
            ids = grown;
            notes = moved;
        }

        private static int place(long[] ids, long raw) {
            var id = raw == 0 ? 1 : raw;
            var place = (int) (id & ids.length - 1);
            while (ids[place] != 0 && ids[place] != id) {
                place = place + 1 & ids.length - 1;
            }
            return place;
        }
    }
}
