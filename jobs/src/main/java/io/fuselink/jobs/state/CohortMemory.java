/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.ArrayList;
import java.util.List;

/** Numbers that met under one mark: the same recipients, path or batch. */
public final class CohortMemory {
    /** A mark that more numbers share than this says nothing about any of them. */
    private static final int MEMBERS_KEPT = 200;

    /** So many say enough. */
    private static final int CALLS_KEPT = 50;

    public List<Member> members = new ArrayList<>();
    public List<Trace> told = new ArrayList<>();
    public long busyAt;
    public long lastActive;

    /** One of them, as it was when last seen. */
    public static final class Member {
        public String tk;
        public long at;
        public int attempts1h;
        public int inbound24h;
        public double ageDays;
        public List<Long> marks = new ArrayList<>();

        /** Whether one of its calls that began so followed a fraud script. */
        public boolean scripted;

        /** Calls that began so. */
        public List<Trace> calls = new ArrayList<>();
    }

    /** How many calls of this member began so since then, with this one. */
    public int another(Member member, String callId, long at, long since) {
        var hash = Hashes.of(callId);
        member.scripted |= members.stream().anyMatch(m -> m.scripted && m.tk.equals(member.tk));
        members.stream()
                .filter(m -> m.tk.equals(member.tk))
                .flatMap(m -> m.calls.stream())
                .filter(c -> c.lastAt() > since && c.hash() != hash)
                .forEach(member.calls::add);
        if (member.calls.size() >= CALLS_KEPT) {
            member.calls.remove(0);
        }
        member.calls.add(new Trace(hash, at));
        return member.calls.size();
    }

    /** Puts a member in place of what was known of it; lets go of those not seen since {@code since}. */
    public void put(Member member, long since) {
        members.removeIf(m -> m.tk.equals(member.tk) || m.at <= since);
        if (members.size() >= MEMBERS_KEPT) {
            members.remove(0);
        }
        members.add(member);
    }

    /** Whether this was not told since then; remembers it. */
    public boolean tellOnce(String what, long at, long since) {
        var hash = Hashes.of(what);
        told.removeIf(t -> t.lastAt() <= since);
        if (told.stream().anyMatch(t -> t.hash() == hash)) {
            return false;
        }
        told.add(new Trace(hash, at));
        return true;
    }
}
