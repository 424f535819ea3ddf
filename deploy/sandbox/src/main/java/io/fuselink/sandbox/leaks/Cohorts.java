/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.leaks;

import io.fuselink.sandbox.leaks.LeakFigure.Verdict;
import io.fuselink.sandbox.leaks.Strata.Lift;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Compares the people of each party of one kind with everybody else's. People are customers of several:
 * who shares its customers with a party that leaks would look guilty, too. So the most suspected party
 * is named first, its people are left out, and the others are looked at again.
 */
final class Cohorts {
    private final LeakScope scope;
    private final LeakQuestion question;
    private final BiPredicate<Person, Long> reachedSoonAfter;
    private final double z;
    private final Set<String> parties;

    /**
     * @param reachedSoonAfter whether fraud called a person soon after a moment, epoch ms
     */
    Cohorts(
            LeakScope scope,
            LeakQuestion question,
            Collection<Person> people,
            BiPredicate<Person, Long> reachedSoonAfter) {
        this.scope = scope;
        this.question = question;
        this.reachedSoonAfter = reachedSoonAfter;
        this.parties = new HashSet<>();
        people.forEach(p -> parties.addAll(p.firstBound().keySet()));
        this.z = width(parties.size());
    }

    /** Standard errors beyond which fewer than one in twenty looks at so many parties strays, to either side, by the tail bound ½·exp(−z²/2). */
    private static double width(int parties) {
        return Math.sqrt(2 * Math.log(20.0 * Math.max(1, parties)));
    }

    /** One figure a party, the most suspected first. */
    List<LeakFigure> figures(Collection<Person> people) {
        var figures = new ArrayList<LeakFigure>();
        var leftOut = new ArrayList<String>();
        var rest = new ArrayList<>(people);
        while (true) {
            var seen = look(rest, leftOut);
            var worst =
                    seen.stream()
                            .filter(LeakFigure::suspect)
                            .max(Comparator.comparingDouble(LeakFigure::low));
            if (worst.isEmpty()) {
                figures.addAll(seen);
                return figures;
            }
            figures.add(worst.get());
            leftOut.add(worst.get().party());
            rest.removeIf(person -> person.firstBound().containsKey(worst.get().party()));
        }
    }

    private List<LeakFigure> look(List<Person> people, List<String> leftOut) {
        var everybody = new Strata();
        Map<String, Strata> theirs = new TreeMap<>();
        Map<String, Strata> known = new TreeMap<>();
        for (var person : people) {
            var days = person.days();
            days.forEach((day, at) -> everybody.add(day, person.habit(), reached(person, at)));
            person.firstBound()
                    .forEach(
                            (party, at) -> {
                                of(theirs, party)
                                        .add(Person.day(at), person.habit(), reached(person, at));
                                days.forEach(
                                        (day, first) ->
                                                of(known, party)
                                                        .add(
                                                                day,
                                                                person.habit(),
                                                                reached(person, first)));
                            });
        }
        return parties.stream()
                .filter(party -> !leftOut.contains(party))
                .sorted()
                .map(
                        party ->
                                figure(
                                        party,
                                        of(theirs, party),
                                        everybody.without(of(known, party)),
                                        leftOut))
                .toList();
    }

    private static Strata of(Map<String, Strata> strata, String party) {
        return strata.computeIfAbsent(party, p -> new Strata());
    }

    private boolean reached(Person person, long at) {
        return reachedSoonAfter.test(person, at);
    }

    private LeakFigure figure(String party, Strata theirs, Strata others, List<String> leftOut) {
        var reached = theirs.reached();
        if (theirs.people() < question.fewest() || reached > 0 && reached < question.fewest()) {
            return LeakFigure.suppressed(scope, party);
        }
        var lift = theirs.against(others, z);
        if (Double.isNaN(lift.times())) {
            return LeakFigure.incomparable(scope, party);
        }
        return new LeakFigure(
                scope,
                party,
                lift.low() >= question.lift() ? Verdict.LEAK_SUSPECT : Verdict.UNREMARKABLE,
                theirs.people(),
                reached,
                expected(reached, lift),
                lift.times(),
                lift.low(),
                Double.isNaN(lift.high()) ? null : lift.high(),
                List.copyOf(leftOut));
    }

    private static Double expected(int reached, Lift lift) {
        return lift.times() == 0 ? null : reached / lift.times();
    }
}
