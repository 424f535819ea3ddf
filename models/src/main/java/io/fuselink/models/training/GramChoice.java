/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.TreeMap;

/**
 * Which n-grams a model gets to know: those that several sources use. What one source alone says is how
 * it was collected, not what fraud sounds like; nothing else did as much for texts of sources never seen.
 */
final class GramChoice {
    /** Texts of a source that must hold an n-gram before the source is said to use it. */
    private static final int USED = 2;

    private static final int SOURCES = 3;

    private GramChoice() {}

    /** Hashes in ascending order. */
    static int[] of(TextExamples examples) {
        var used = new TreeMap<String, HashMap<Integer, Integer>>();
        for (var row : examples.rows()) {
            var counts = used.computeIfAbsent(row.source(), s -> new HashMap<>());
            for (var gram : row.grams()) {
                counts.merge(gram, 1, Integer::sum);
            }
        }
        // Of few sources, one may miss an n-gram.
        int needed = Math.max(1, Math.min(SOURCES, used.size() - 1));
        var sources = new HashMap<Integer, Integer>();
        for (var counts : used.values()) {
            counts.forEach(
                    (gram, count) -> {
                        if (count >= USED) {
                            sources.merge(gram, 1, Integer::sum);
                        }
                    });
        }
        return sources.entrySet().stream()
                .filter(gram -> gram.getValue() >= needed)
                .mapToInt(gram -> gram.getKey())
                .sorted()
                .toArray();
    }

    /** Places of the known n-grams among the chosen. */
    static int[] places(int[] chosen, int[] grams) {
        return Arrays.stream(grams)
                .map(gram -> Arrays.binarySearch(chosen, gram))
                .filter(place -> place >= 0)
                .toArray();
    }
}
