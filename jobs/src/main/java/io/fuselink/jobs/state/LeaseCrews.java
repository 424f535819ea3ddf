/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.ArrayList;
import java.util.List;

/**
 * Who called through a lease or trunk lately, from where, when and whom; whose words were suspicious, and
 * who was reported.
 */
public final class LeaseCrews {
    /** A lease of more callers than this is a city's couriers; the latest are kept. */
    private static final int MEMBERS_KEPT = 500;

    /** So many say enough. */
    private static final int REPORTERS_KEPT = 100;

    public List<Member> members = new ArrayList<>();

    /** When its words were last told of, that it is split, and that its speakers are a crew of their own; 0 = never. */
    public long scriptToldAt;

    public long toldAt;

    public long accusedAt;
    public long lastActive;

    /** Who reported one of its callers, by hash; and when it was last told that several do, 0 = never. */
    public List<Trace> reporters = new ArrayList<>();

    public long reportsToldAt;

    /** Where the trunk comes in, null when unknown; and when it was last told that others are shown, 0 = never. */
    public String ingressProv;

    public long regionsToldAt;

    /** One of them. */
    public static final class Member {
        public String tk;
        public String cellTk;
        public long seenAt;

        /** When its words last followed a script; 0 = never. */
        public long spokeAt;

        /** When somebody last reported a call of it; 0 = never. */
        public long reportedAt;

        /** Province of the number it shows, null when unknown. */
        public String shownProv;

        /** Hours of the day it was at work in when it last told, as {@link WorkHours} says; and when that was. */
        public int hours;

        public long workedAt;

        /** Least hashes of whom it had called by then, at most eight; empty when unknown. */
        public List<Integer> callees = new ArrayList<>();

        /** Hours of the last day it was at work in. */
        public int hoursUntil(long now) {
            return WorkHours.still(hours, workedAt, now);
        }
    }

    /** How many reported one of its callers since then, with this one. */
    public int reportedBy(long reporter, long at, long since) {
        reporters.removeIf(r -> r.lastAt() <= since || r.hash() == reporter);
        if (reporters.size() >= REPORTERS_KEPT) {
            reporters.remove(0);
        }
        reporters.add(new Trace(reporter, at));
        return reporters.size();
    }

    /** The member of this token as last seen; those not seen since then are let go. */
    public Member member(String tk, long since) {
        members.removeIf(m -> m.seenAt <= since);
        for (var member : members) {
            if (member.tk.equals(tk)) {
                return member;
            }
        }
        if (members.size() >= MEMBERS_KEPT) {
            members.remove(0);
        }
        var member = new Member();
        member.tk = tk;
        members.add(member);
        return member;
    }
}
