/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.jobs.state.LeaseCrews.Member;
import io.fuselink.patterns.Limit;
import io.fuselink.patterns.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What tells a crew who speak from a lease's other callers. Not everybody's words are heard: who works in
 * the hours of those who speak, or calls whom they call, is counted to them; that a good part of all its
 * callers speaks was made sure of before.
 *
 * @param by places, hours or recipients
 * @param speakers how many of the crew speak
 */
record LeaseSplit(String by, int speakers, Crew crew, Crew others) {

    /** What tells them apart, the plainest first. */
    static List<LeaseSplit> of(
            List<Member> speakers, List<Member> others, long now, Limits limits) {
        var spoken = new Crew(speakers, now);
        return Stream.of(
                        Optional.of(
                                        new LeaseSplit(
                                                "places",
                                                speakers.size(),
                                                spoken,
                                                new Crew(others, now)))
                                .filter(split -> split.byPlaces(limits)),
                        Optional.of(joined("hours", speakers, others, spoken::worksWith, now))
                                .filter(split -> split.byHours(limits)),
                        Optional.of(
                                        joined(
                                                "recipients",
                                                speakers,
                                                others,
                                                m ->
                                                        spoken.alike(m)
                                                                > limits.get(
                                                                        Limit
                                                                                .R56_RECIPIENTS_SHARED),
                                                now))
                                .filter(split -> split.byRecipients(limits)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static LeaseSplit joined(
            String by,
            List<Member> speakers,
            List<Member> others,
            Predicate<Member> joins,
            long now) {
        var crew = new ArrayList<>(speakers);
        others.stream().filter(joins).forEach(crew::add);
        var rest = others.stream().filter(joins.negate()).toList();
        return new LeaseSplit(by, speakers.size(), new Crew(crew, now), new Crew(rest, now));
    }

    private boolean byPlaces(Limits limits) {
        return crew.places() >= limits.get(Limit.R56_PLACES);
    }

    private boolean byHours(Limits limits) {
        return speakers >= limits.get(Limit.R56_CREW)
                && Math.min(crew.withHours(), others.withHours()) >= limits.get(Limit.R56_CREW)
                && Math.min(crew.differentHours(), others.differentHours())
                        >= limits.get(Limit.R56_CREW_HOURS)
                && crew.hoursApart(others) >= limits.get(Limit.R56_HOURS_APART);
    }

    private boolean byRecipients(Limits limits) {
        return speakers >= limits.get(Limit.R56_CREW)
                && Math.min(crew.withCallees(), others.withCallees()) >= limits.get(Limit.R56_CREW)
                && crew.alike() >= limits.get(Limit.R56_RECIPIENTS_ALIKE);
    }

    /** Both fingerprints, such as {@code hours: 4, 3 of them speak (1 place; 20-23 h; …), 9 others (…)}. */
    String words() {
        return "%s: %d, %d of them speak (%s), %d others (%s)"
                .formatted(by, crew.size(), speakers, crew.words(), others.size(), others.words());
    }
}
