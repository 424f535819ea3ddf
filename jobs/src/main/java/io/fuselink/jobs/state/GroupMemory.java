/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import io.fuselink.events.PurposeClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rolling memory of one group: each member's minutes of the last hour. */
public final class GroupMemory {
    public List<Member> members = new ArrayList<>();
    public List<HourShare> callees = new ArrayList<>();
    public List<Trace> told = new ArrayList<>();
    public long lastActive;

    /** Members an hour remembers at most: a carrier's own exchange is no suspicious group, and must not become one big state. */
    private static final int MEMBERS_KEPT = 2_000;

    /** Members by token, made from the list when it is first needed: state holds the list alone. */
    private transient Map<String, Member> byTk;

    /** A member, null when it is none yet. */
    public Member member(String tk) {
        if (byTk == null || byTk.size() != members.size()) {
            byTk = new HashMap<>();
            members.forEach(m -> byTk.put(m.tk, m));
        }
        return byTk.get(tk);
    }

    /** The member of this token, new if there is room for it; null when there is none. */
    public Member join(String tk) {
        var member = member(tk);
        if (member == null && members.size() < MEMBERS_KEPT) {
            member = new Member();
            member.tk = tk;
            members.add(member);
            byTk.put(tk, member);
        }
        return member;
    }

    /** One number of the group. */
    public static final class Member {
        public String tk;
        public boolean mvno;
        public PurposeClass purpose;
        public long lastMinute;
        public int attempts1h;
        public int inbound24h;
        public double boundShare24h;
        public List<MinuteCount> minutes = new ArrayList<>();
    }

    /** One member's attempts of one minute. */
    public record MinuteCount(long minute, int attempts, int answered) {}

    /** The recipients of ten minutes. */
    public static final class HourShare {
        public long start;
        public Distinct callees = new Distinct();
    }
}
