/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.ArrayList;
import java.util.List;

/** Numbers seen behind one link key in the last three days. */
public final class LinkedNumbers {
    private static final int KEPT = 100;

    public List<Member> members = new ArrayList<>();
    public List<String> spread = new ArrayList<>();

    /** Whether this episode has not spread yet; remembers the latest of them. */
    public boolean spreads(String episodeId) {
        if (spread.contains(episodeId)) {
            return false;
        }
        if (spread.size() >= KEPT) {
            spread.remove(0);
        }
        return spread.add(episodeId);
    }

    /** One number, when it was last seen behind the key. */
    public record Member(String tk, long lastAt) {}

    public void touch(String tk, long at, long windowMs) {
        members.removeIf(m -> m.tk().equals(tk) || m.lastAt() <= at - windowMs);
        if (members.size() >= KEPT) {
            members.remove(0);
        }
        members.add(new Member(tk, at));
    }
}
