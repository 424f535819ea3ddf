/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.ArrayList;
import java.util.List;

/** The numbers one voice was heard from, and until when each may be used. */
public final class VoiceCluster {
    /** Far beyond what any limit asks: a voice of so many numbers is a machine's. */
    private static final int MEMBERS_KEPT = 200;

    public List<Member> members = new ArrayList<>();
    public RecentIds recent = new RecentIds();
    public long lastHeard;

    /** One of them. */
    public static final class Member {
        public String tk;

        /** When the match ends, epoch ms. */
        public long until;

        /** When it was last told that others share its voice; 0 = never. */
        public long toldAt;
    }

    /** Remembers the number until then; lets go of those whose time is over. */
    public void heard(String tk, long until, long now) {
        members.removeIf(m -> m.until <= now);
        for (var member : members) {
            if (member.tk.equals(tk)) {
                member.until = Math.max(member.until, until);
                return;
            }
        }
        if (members.size() >= MEMBERS_KEPT) {
            members.remove(0);
        }
        var member = new Member();
        member.tk = tk;
        member.until = until;
        members.add(member);
    }
}
