/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What earlier pushes said of a call or binding that later ones only name: tokens and classes, never a
 * raw number. Holds the {@value #MOST} youngest; an end does not remove its record, for it may be pushed again.
 */
final class Remembered {
    private static final int MOST = 100_000;

    private final Map<String, ObjectNode> records =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, ObjectNode> eldest) {
                    return size() > MOST;
                }
            };

    void put(String id, ObjectNode record) {
        records.put(id, record);
    }

    /** Null when nothing was said, or too long ago. */
    ObjectNode of(String id) {
        return records.get(id);
    }
}
