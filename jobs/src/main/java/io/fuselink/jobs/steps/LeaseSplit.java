/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.jobs.state.LeaseCrews.Member;
import io.fuselink.patterns.Limit;
import io.fuselink.patterns.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tells a crew who speak from a lease's other callers. Not everybody's words are heard: who works in
 * the hours of those who speak, or calls whom they call, is counted to them; that a good part of all its
 * callers speaks was made sure of before.
 *
 * @param speakers how many of the crew speak
 */
record LeaseSplit(By by, int speakers, Crew crew, Crew others) {

    /** What may tell them apart, the plainest first. */
    enum By {
        PLACES,
        HOURS,
        RECIPIENTS
    }

    /** What tells them apart. */
    static List<LeaseSplit> of(
            List<Member> speakers, List<Member> others, long now, Limits limits) {
        var spoken = new Crew(speakers, now);
        var shared = limits.get(Limit.R56_RECIPIENTS_SHARED);
        return Stream.of(
                        joined(By.PLACES, speakers, others, m -> false, now),
                        joined(By.HOURS, speakers, others, spoken::worksWith, now),
                        joined(By.RECIPIENTS, speakers, others, m -> spoken.alike(m) > shared, now))
                .filter(split -> split.apart(limits))
                .toList();
    }

    private static LeaseSplit joined(
            By by, List<Member> speakers, List<Member> others, Predicate<Member> joins, long now) {
        var sides = others.stream().collect(Collectors.partitioningBy(joins));
        var crew = new ArrayList<>(speakers);
        crew.addAll(sides.get(true));
        return new LeaseSplit(
                by, speakers.size(), new Crew(crew, now), new Crew(sides.get(false), now));
    }

    /**
     * Whether those who speak are accused one by one: they sit apart, or two fingerprints agree. Hours or
     * recipients alone say something about the lease, and nothing about anybody's device.
     */
    static boolean accuse(List<LeaseSplit> splits) {
        return splits.size() > 1 || splits.stream().anyMatch(split -> split.by == By.PLACES);
    }

    private boolean apart(Limits limits) {
        return switch (by) {
            case PLACES -> byPlaces(limits);
            case HOURS -> byHours(limits);
            case RECIPIENTS -> byRecipients(limits);
        };
    }

    private boolean byPlaces(Limits limits) {
        return crew.places() >= limits.get(Limit.R56_PLACES);
    }

    /** Shifts that relieve each other share an hour or change on it; a crew of its own leaves hours between. */
    private boolean byHours(Limits limits) {
        return speakers >= limits.get(Limit.R56_CREW)
                && Math.min(crew.withHours(), others.withHours()) >= limits.get(Limit.R56_CREW)
                && Math.min(crew.differentHours(), others.differentHours())
                        >= limits.get(Limit.R56_CREW_HOURS)
                && crew.hoursApart(others) >= limits.get(Limit.R56_HOURS_APART)
                && crew.hoursBetween(others) >= limits.get(Limit.R56_HOURS_BETWEEN);
    }

    private boolean byRecipients(Limits limits) {
        return speakers >= limits.get(Limit.R56_CREW)
                && Math.min(crew.withCallees(), others.withCallees()) >= limits.get(Limit.R56_CREW)
                && crew.alike() >= limits.get(Limit.R56_RECIPIENTS_ALIKE);
    }

    /** Both fingerprints, such as {@code hours: 4, 3 of them speak (1 place; 20-23 h; …), 9 others (…)}. */
    String words() {
        return "%s: %d, %d of them speak (%s), %d others (%s)"
                .formatted(
                        by.name().toLowerCase(Locale.ROOT),
                        crew.size(),
                        speakers,
                        crew.words(),
                        others.size(),
                        others.words());
    }
}
