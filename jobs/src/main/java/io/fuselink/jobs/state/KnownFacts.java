/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** What others have said about one number: verified reporters of the last day, and pushes. */
public final class KnownFacts {

    /** More voices than this change nothing any more; the latest are kept. */
    private static final int REPORTERS_KEPT = 64;

    public List<Reporter> ofFraud = new ArrayList<>();
    public List<Reporter> ofSelling = new ArrayList<>();
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
}
