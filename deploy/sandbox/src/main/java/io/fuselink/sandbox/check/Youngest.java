/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The subjects of a book that were opened last; when there are too many, the eldest is judged and leaves. */
final class Youngest<V> {
    private final Consumer<V> judge;
    private final int most;
    private long left;

    private final Map<Long, V> open =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
                    var full = size() > most;
                    if (full) {
                        left++;
                        judge.accept(eldest.getValue());
                    }
                    return full;
                }
            };

    Youngest(int most, Consumer<V> judge) {
        this.most = most;
        this.judge = judge;
    }

    /** Null when it is not open. */
    V of(long id) {
        return open.get(id);
    }

    V open(long id, Supplier<V> fresh) {
        var there = open.get(id);
        if (there == null) {
            there = fresh.get();
            open.put(id, there);
        }
        return there;
    }

    Iterable<V> stillOpen() {
        return open.values();
    }

    /** How many had to be judged before the end. */
    long left() {
        return left;
    }

    /** Judges all that are still open. */
    void close() {
        open.values().forEach(judge);
    }
}
