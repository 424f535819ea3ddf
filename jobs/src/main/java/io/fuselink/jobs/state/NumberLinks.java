/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.ArrayList;
import java.util.List;

/** The link keys one holder of a number was seen behind. */
public final class NumberLinks {
    private static final int KEPT = 32;

    public int epoch;
    public List<Edge> edges = new ArrayList<>();

    /** One key and when the number was last seen behind it. */
    public record Edge(String linkKey, long lastAt) {}

    /**
     * Notes a key; the next holder of the number inherits none.
     *
     * @param holder 0 where it is the present one, whoever that is
     */
    public void see(String linkKey, int holder, long at) {
        if (holder != 0 && holder < epoch) {
            return;
        }
        if (holder > epoch) {
            epoch = holder;
            edges.clear();
        }
        edges.removeIf(e -> e.linkKey().equals(linkKey));
        if (edges.size() >= KEPT) {
            edges.remove(0);
        }
        edges.add(new Edge(linkKey, at));
    }
}
