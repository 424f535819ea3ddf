/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.Collection;
import java.util.List;

/**
 * The least hashes of a set, by which two sets are held against each other without keeping either (the
 * bottom-k form of MinHash): of the least hashes of both together, those that both have are as good a
 * share as all they have in common is of all that either has.
 */
public final class LeastHashes {
    private static final int KEPT = 8;

    private LeastHashes() {}

    /** Half of each hash will do to tell a few thousand apart. */
    public static List<Integer> of(Collection<Long> hashes) {
        return hashes.stream()
                .map(hash -> (int) (hash >>> Integer.SIZE + 1))
                .distinct()
                .sorted()
                .limit(KEPT)
                .toList();
    }

    /** How alike two sets are by their least hashes (Jaccard), 0–1; 0 when one is empty. */
    public static double alike(List<Integer> one, List<Integer> other) {
        var i = 0;
        var j = 0;
        var seen = 0;
        var common = 0;
        while (seen < KEPT && (i < one.size() || j < other.size())) {
            var order = order(one, i, other, j);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            common += order == 0 ? 1 : 0;
            seen++;
        }
        return seen == 0 ? 0 : (double) common / seen;
    }

    private static int order(List<Integer> one, int i, List<Integer> other, int j) {
        if (i == one.size()) {
            return 1;
        }
        return j == other.size() ? -1 : Integer.compare(one.get(i), other.get(j));
    }
}
