/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** What others have said about one number within a day: reports, pushes, codes sent to it. */
public final class KnownFacts {

    /** More voices than this change nothing any more; the latest are kept. */
    private static final int REPORTERS_KEPT = 64;

    public List<Reporter> ofFraud = new ArrayList<>();
    public List<Reporter> ofSelling = new ArrayList<>();

    /** Who reported calls that were not found, or that they had asked for. */
    public List<Trace> doubtful = new ArrayList<>();

    /** The same, with whom they know. */
    public List<Reporter> ring = new ArrayList<>();

    /** Calls that were reported, by reporter and call. */
    public List<Trace> calls = new ArrayList<>();

    /** Reports by category, in the order of its words. */
    public int[] categories = new int[0];

    /** When codes and bank messages came, epoch ms. */
    public List<Long> codes = new ArrayList<>();

    public long ringTold;
    public RecentIds recent = new RecentIds();
    public long lastHeard;

    /**
     * Files a reporter among others and counts independent voices among those of the window: people who
     * have called each other, a household or a ring, are one voice.
     */
    public static int heard(List<Reporter> reporters, Reporter reporter, long windowMs) {
        reporters.removeIf(r -> r.lastAt <= reporter.lastAt - windowMs || r.hash == reporter.hash);
        if (reporters.size() >= REPORTERS_KEPT) {
            reporters.remove(0);
        }
        reporters.add(reporter);
        return circles(reporters);
    }

    private static int circles(List<Reporter> reporters) {
        var strangers = new ArrayList<>(reporters);
        var circles = 0;
        while (!strangers.isEmpty()) {
            circles++;
            var circle = new ArrayDeque<>(List.of(strangers.remove(0)));
            while (!circle.isEmpty()) {
                var member = circle.remove();
                var friends = strangers.stream().filter(member::knows).toList();
                strangers.removeAll(friends);
                circle.addAll(friends);
            }
        }
        return circles;
    }

    /** Files one of these and counts the distinct ones of the window. */
    public static int distinct(List<Trace> traces, long hash, long at, long windowMs) {
        traces.removeIf(t -> t.lastAt() <= at - windowMs || t.hash() == hash);
        if (traces.size() >= REPORTERS_KEPT) {
            traces.remove(0);
        }
        traces.add(new Trace(hash, at));
        return traces.size();
    }

    /** Whether one of these was filed within the window. */
    public static boolean known(List<Trace> traces, long hash, long at, long windowMs) {
        return traces.stream().anyMatch(t -> t.hash() == hash && t.lastAt() > at - windowMs);
    }
}
