/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.jobs.state.LeaseCrews.Member;
import io.fuselink.jobs.state.LeastHashes;
import io.fuselink.jobs.state.WorkHours;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Some callers of a lease, and what they look like together: where they sit, when they work, whom they call. */
final class Crew {
    /** Pairs grow with the square; so many callers of a crew, beginning with who speaks, tell its likeness. */
    private static final int COMPARED = 50;

    /** Fewer recipients than this tell nothing of a caller: a sketch that is not full makes much of one in common. */
    private static final int FEWEST_CALLEES = 8;

    /** Who stays late among ten does not make an hour theirs. */
    private static final double STRAY = 0.1;

    private static final double PERCENT = 100;

    private final List<Member> members;
    private final long now;
    private final int[] atWork = new int[WorkHours.OF_A_DAY];
    private final int withHours;
    private final int memberHours;
    private final List<Member> withCallees;

    Crew(List<Member> members, long now) {
        this.members = members;
        this.now = now;
        var hours = members.stream().map(m -> m.hoursUntil(now)).filter(h -> h != 0).toList();
        for (var hour = 0; hour < WorkHours.OF_A_DAY; hour++) {
            var bit = 1 << hour;
            atWork[hour] = (int) hours.stream().filter(h -> (h & bit) != 0).count();
        }
        withHours = hours.size();
        memberHours = IntStream.of(atWork).sum();
        var known = members.stream().filter(m -> m.callees.size() >= FEWEST_CALLEES).toList();
        withCallees = known.subList(0, Math.min(COMPARED, known.size()));
    }

    int size() {
        return members.size();
    }

    /** How many cells they sit in. */
    long places() {
        return members.stream().map(m -> m.cellTk).filter(Objects::nonNull).distinct().count();
    }

    /** How many of them have told their hours, and how many different ones that is. */
    int withHours() {
        return withHours;
    }

    int differentHours() {
        return Integer.bitCount(hours());
    }

    private int hours() {
        return IntStream.range(0, WorkHours.OF_A_DAY)
                .filter(hour -> atWork[hour] > 0)
                .map(hour -> 1 << hour)
                .sum();
    }

    /** The share of two crews' hours of work that does not overlap, 0–1: one who stays late among ten is a tenth. */
    double hoursApart(Crew other) {
        return 1
                - IntStream.range(0, WorkHours.OF_A_DAY)
                        .mapToDouble(hour -> Math.min(share(hour), other.share(hour)))
                        .sum();
    }

    /**
     * How far the nearest hours of two crews are from each other round the clock: 0 when they share one, 1
     * when one takes over from the other on the hour, {@link WorkHours#OF_A_DAY} when one has none.
     */
    int hoursBetween(Crew other) {
        var nearest = WorkHours.OF_A_DAY;
        for (var hour = 0; hour < WorkHours.OF_A_DAY; hour++) {
            for (var others = 0; others < WorkHours.OF_A_DAY; others++) {
                if (usual(hour) && other.usual(others)) {
                    var apart = Math.abs(hour - others);
                    nearest = Math.min(nearest, Math.min(apart, WorkHours.OF_A_DAY - apart));
                }
            }
        }
        return nearest;
    }

    private boolean usual(int hour) {
        return atWork[hour] > STRAY * withHours;
    }

    /** Whether somebody works mostly while they do. */
    boolean worksWith(Member other) {
        var others = other.hoursUntil(now);
        return Integer.bitCount(others & hours()) > Integer.bitCount(others) / 2.0;
    }

    private double share(int hour) {
        return memberHours == 0 ? 0 : (double) atWork[hour] / memberHours;
    }

    /** Of how many it is known whom they call. */
    int withCallees() {
        return withCallees.size();
    }

    /** How alike they are by whom they call: mean of all pairs, 0–1. */
    double alike() {
        return IntStream.range(0, withCallees.size())
                .boxed()
                .flatMapToDouble(
                        i ->
                                withCallees.subList(i + 1, withCallees.size()).stream()
                                        .mapToDouble(m -> alike(withCallees.get(i), m)))
                .average()
                .orElse(0);
    }

    /** How alike somebody is to them by whom they call: mean of all, 0–1. */
    double alike(Member other) {
        return withCallees.stream().mapToDouble(m -> alike(m, other)).average().orElse(0);
    }

    private static double alike(Member one, Member other) {
        return LeastHashes.alike(one.callees, other.callees);
    }

    /** What they look like, such as {@code 2 places; 20-23 h; recipients 45 % alike}. */
    String words() {
        var places = places();
        return (places == 0 ? "places unknown" : places == 1 ? "1 place" : places + " places")
                + "; "
                + WorkHours.words(hours())
                + "; recipients "
                + (withCallees.size() < 2 ? "unknown" : Math.round(PERCENT * alike()) + " % alike");
    }
}
