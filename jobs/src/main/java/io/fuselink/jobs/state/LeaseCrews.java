/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.ArrayList;
import java.util.List;

/** Who called through a lease lately, from where, and whose words were suspicious. */
public final class LeaseCrews {
    /** A lease of more callers than this is a city's couriers; the latest are kept. */
    private static final int MEMBERS_KEPT = 500;

    public List<Member> members = new ArrayList<>();

    /** When its words were last told of, and that it is split; 0 = never. */
    public long scriptToldAt;

    public long toldAt;
    public long lastActive;

    /** One of them. */
    public static final class Member {
        public String tk;
        public String cellTk;
        public long seenAt;

        /** When its words last followed a script; 0 = never. */
        public long spokeAt;
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
