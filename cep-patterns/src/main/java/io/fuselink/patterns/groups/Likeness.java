/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.groups;

import java.util.Collection;
import java.util.HashSet;

/** How alike two numbers are by the hashes of whom they call or where they were. */
public final class Likeness {
    private Likeness() {}

    /** How many they have in common. */
    public static int common(Collection<Long> one, Collection<Long> other) {
        var both = new HashSet<>(one);
        both.retainAll(new HashSet<>(other));
        return both.size();
    }

    /** What they have in common as a share of what either has (Jaccard), 0–1. */
    public static double jaccard(Collection<Long> one, Collection<Long> other) {
        var common = common(one, other);
        var either = new HashSet<>(one);
        either.addAll(other);
        return either.isEmpty() ? 0 : (double) common / either.size();
    }

    /** What they have in common as a share of the shorter list, 0–1: a successor has only begun. */
    public static double overlap(Collection<Long> one, Collection<Long> other) {
        var shorter = Math.min(new HashSet<>(one).size(), new HashSet<>(other).size());
        return shorter == 0 ? 0 : (double) common(one, other) / shorter;
    }
}
