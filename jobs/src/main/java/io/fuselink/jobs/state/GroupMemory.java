/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import io.fuselink.events.PurposeClass;
import java.util.ArrayList;
import java.util.List;

/** Rolling memory of one group: each member's minutes of the last hour. */
public final class GroupMemory {
    public List<Member> members = new ArrayList<>();
    public List<HourShare> callees = new ArrayList<>();
    public List<Trace> told = new ArrayList<>();
    public long lastActive;

    /** Members an hour remembers at most: a carrier's own exchange is no suspicious group, and must not become one big state. */
    private static final int MEMBERS_KEPT = 2_000;

    /** Whether a number is new to a group that has no room for it. */
    public boolean isFullFor(String tk) {
        return members.size() >= MEMBERS_KEPT && members.stream().noneMatch(m -> m.tk.equals(tk));
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
