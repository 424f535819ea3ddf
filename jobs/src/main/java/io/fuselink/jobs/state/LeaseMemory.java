/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.ArrayList;
import java.util.List;

/** What is kept of one lease's bindings: counts of ten minutes for a day, and the last parties and pairs. */
public final class LeaseMemory {
    /** Parties, pairs and orders that are remembered; those longest unheard of go first. */
    static final int MOST_REMEMBERED = 1_024;

    private static final long TEN_MINUTES_MS = 600_000;
    private static final long DAY_MS = 24 * 3_600_000L;

    public List<Bucket> buckets = new ArrayList<>();
    public List<Seen> parties = new ArrayList<>();
    public List<Seen> pairs = new ArrayList<>();
    public List<Seen> orders = new ArrayList<>();

    /** Parties whose bindings end with their first call. */
    public List<Seen> hasty = new ArrayList<>();

    public List<Told> told = new ArrayList<>();
    public long lastActive;
    public long lastBound;

    /** What happened within ten minutes. */
    public static final class Bucket {
        public long start;
        public int bound;
        public int unused;
        public int stale;
        public int hasty;
        public int lengthy;
        public int noConsent;
        public int noOrder;
        public int wrongDirection;
        public int notOf700;
        public int quarantined;
        public int gaps;
        public double gapSum;
        public double gapSquares;
    }

    /** Somebody or something that was bound, by hash, and how often since when. */
    public static final class Seen {
        public long hash;
        public long since;
        public long last;
        public int times;
    }

    /** A fact that was told, and when. */
    public static final class Told {
        public String code;
        public long at;
    }

    /** The ten minutes of now; those of a day ago are let go. */
    public Bucket now(long at) {
        buckets.removeIf(b -> b.start <= at - DAY_MS);
        var start = Math.floorDiv(at, TEN_MINUTES_MS) * TEN_MINUTES_MS;
        var last = buckets.isEmpty() ? null : buckets.get(buckets.size() - 1);
        if (last == null || last.start != start) {
            last = new Bucket();
            last.start = start;
            buckets.add(last);
        }
        return last;
    }

    /** Counts one more of these within the window. */
    public static int again(List<Seen> seen, long hash, long at, long windowMs) {
        for (var i = 0; i < seen.size(); i++) {
            var one = seen.get(i);
            if (one.hash == hash) {
                seen.remove(i);
                if (one.since <= at - windowMs) {
                    one.since = at;
                    one.times = 0;
                }
                one.times++;
                one.last = at;
                seen.add(one);
                return one.times;
            }
        }
        if (seen.size() == MOST_REMEMBERED) {
            seen.remove(0);
        }
        var one = new Seen();
        one.hash = hash;
        one.since = at;
        one.last = at;
        one.times = 1;
        seen.add(one);
        return 1;
    }

    /** Whether this has not been told for a day; then it counts as told. */
    public boolean tellOnce(String code, long at) {
        told.removeIf(t -> t.at <= at - DAY_MS);
        if (told.stream().anyMatch(t -> t.code.equals(code))) {
            return false;
        }
        var now = new Told();
        now.code = code;
        now.at = at;
        told.add(now);
        return true;
    }
}
