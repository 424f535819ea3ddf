/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.ArrayList;
import java.util.List;

/** Numbers seen behind one link key, which episodes were carried over to them, and which of them are blocked. */
public final class LinkedNumbers {
    private static final int KEPT = 201;
    private static final int BLOCKED_KEPT = 20;

    public List<Member> members = new ArrayList<>();
    public List<String> spread = new ArrayList<>();
    public List<String> linked = new ArrayList<>();
    public List<Blocked> blocked = new ArrayList<>();

    /** When anything was last heard of the key, epoch ms. */
    public long lastTouched;

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

    /**
     * One number, which holder of it, when it was last seen behind the key.
     *
     * @param edges the strong keys it was seen behind, this one among them
     */
    public record Member(String tk, int epoch, long lastAt, List<NumberLinks.Edge> edges) {}

    /** A number that is blocked. */
    public record Blocked(String tk, int epoch, Block block) {}

    /** Hears behind what else a number was seen, which says nothing of when it was here. */
    public void hear(String tk, List<NumberLinks.Edge> edges) {
        members.replaceAll(
                m ->
                        m.tk().equals(tk)
                                ? new Member(tk, m.epoch(), m.lastAt(), new ArrayList<>(edges))
                                : m);
    }

    /** Sees a number; returns how it was seen before, null when it is new. */
    public Member touch(
            String tk, int epoch, long at, long windowMs, List<NumberLinks.Edge> edges) {
        var before = members.stream().filter(m -> m.tk().equals(tk)).findFirst().orElse(null);
        members.removeIf(m -> m.tk().equals(tk) || m.lastAt() <= at - windowMs);
        if (members.size() >= KEPT) {
            members.remove(0);
        }
        members.add(
                new Member(
                        tk,
                        Math.max(epoch, before == null ? 0 : before.epoch()),
                        at,
                        new ArrayList<>(edges)));
        return before;
    }

    /** When a number was last seen here, epoch ms; 0 = none is remembered. */
    long lastSeen() {
        return members.stream().mapToLong(Member::lastAt).max().orElse(0);
    }

    public void block(String tk, int epoch, Block block) {
        blocked.removeIf(b -> b.tk().equals(tk));
        if (blocked.size() >= BLOCKED_KEPT) {
            blocked.remove(0);
        }
        blocked.add(new Blocked(tk, epoch, block));
    }

    /** Whether a number may still be linked by this key; remembers those that were. */
    public boolean room(String tk, int most) {
        return linked.contains(tk) || linked.size() < most && linked.add(tk);
    }
}
