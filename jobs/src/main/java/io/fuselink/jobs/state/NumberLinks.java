/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import io.fuselink.jobs.steps.LinkKind;
import java.util.ArrayList;
import java.util.List;

/** The link keys one holder of a number was seen behind. */
public final class NumberLinks {
    private static final int KEPT = 32;

    public int epoch;
    public List<Edge> edges = new ArrayList<>();

    /** One key and when the number was last seen behind it. */
    public record Edge(String linkKey, long lastAt) {}

    /** The oldest goes, of those that link nobody by themselves if there are any. */
    private void makeRoom() {
        var weak = edges.stream().filter(e -> !LinkKind.of(e.linkKey()).strong()).findFirst();
        edges.remove(weak.orElse(edges.get(0)));
    }

    /**
     * Notes a key; the next holder of the number inherits none.
     *
     * @param holder 0 where it is the present one, whoever that is
     * @return whether the holder was not known behind it
     */
    public boolean see(String linkKey, int holder, long at) {
        if (holder != 0 && holder < epoch) {
            return false;
        }
        if (holder > epoch) {
            epoch = holder;
            edges.clear();
        }
        var known = edges.removeIf(e -> e.linkKey().equals(linkKey));
        if (edges.size() >= KEPT) {
            makeRoom();
        }
        edges.add(new Edge(linkKey, at));
        return !known;
    }
}
