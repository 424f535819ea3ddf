/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.Change;
import io.fuselink.events.Evidence;
import io.fuselink.events.Family;
import io.fuselink.events.Finding;
import io.fuselink.events.SubjectType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * The smallest change that would have kept a level lower: which facts, each nearest to its limit, would
 * have had to be on the other side of it. Computed from the findings a level rests on; an authority's
 * word is no value that could have been another.
 */
public final class SmallestChange {
    private SmallestChange() {}

    /** The changes, the nearest first; empty when no value decides. */
    public static List<Change> of(SubjectType subject, List<Finding> findings) {
        var level = LevelRules.level(subject, findings);
        var facts = facts(findings);
        for (var fact : facts) {
            if (levelWithout(subject, findings, Set.of(fact.signalId())) < level) {
                return told(subject, findings, List.of(fact));
            }
        }
        var gone = new ArrayList<Evidence>();
        for (var fact : facts) {
            gone.add(fact);
            if (levelWithout(subject, findings, ids(gone)) < level) {
                return told(subject, findings, needed(subject, findings, gone, level));
            }
        }
        return List.of();
    }

    /** Lets go of what turns out not to be needed, the farthest first. */
    private static List<Evidence> needed(
            SubjectType subject, List<Finding> findings, List<Evidence> gone, int level) {
        var needed = new ArrayList<>(gone);
        for (var i = needed.size() - 1; i >= 0; i--) {
            var fewer = new ArrayList<>(needed);
            fewer.remove(i);
            if (levelWithout(subject, findings, ids(fewer)) < level) {
                needed = fewer;
            }
        }
        return needed;
    }

    private static List<Change> told(
            SubjectType subject, List<Finding> findings, List<Evidence> facts) {
        var told = new ArrayList<Change>();
        for (var i = 0; i < facts.size(); i++) {
            var fact = facts.get(i);
            told.add(
                    new Change(
                            detector(findings, fact),
                            fact.code(),
                            fact.value(),
                            fact.limit(),
                            justInside(fact.value(), fact.limit()),
                            levelWithout(subject, findings, ids(facts.subList(0, i + 1)))));
        }
        return told;
    }

    /** Distinct facts that a value decides, the nearest to its limit first. */
    private static List<Evidence> facts(List<Finding> findings) {
        var facts = new LinkedHashMap<String, Evidence>();
        for (var finding : findings) {
            for (var fact : finding.evidence()) {
                if (fact.family() != Family.AUTHORITY) {
                    facts.putIfAbsent(fact.signalId(), fact);
                }
            }
        }
        return facts.values().stream()
                .sorted(
                        Comparator.comparingDouble(SmallestChange::distance)
                                .thenComparing(Evidence::signalId))
                .toList();
    }

    /** How far a value would have to move, in parts of its limit. */
    private static double distance(Evidence fact) {
        var away = Math.abs(fact.value() - fact.limit());
        return fact.limit() == 0 ? away : away / Math.abs(fact.limit());
    }

    /**
     * The nearest value that does not pass: a whole number where both are whole. A value on its limit or
     * above it passed by reaching it, one below by staying under it.
     */
    static double justInside(double value, double limit) {
        var whole = value == Math.rint(value) && limit == Math.rint(limit);
        if (value >= limit) {
            return whole ? limit - 1 : Math.nextDown(limit);
        }
        return whole ? limit + 1 : Math.nextUp(limit);
    }

    private static int levelWithout(
            SubjectType subject, List<Finding> findings, Set<String> signalIds) {
        return LevelRules.level(
                subject, findings.stream().filter(f -> !restsOn(f, signalIds)).toList());
    }

    /** A finding is not made if any of the facts it rests on is missing. */
    private static boolean restsOn(Finding finding, Set<String> signalIds) {
        return finding.evidence().stream().anyMatch(e -> signalIds.contains(e.signalId()));
    }

    private static String detector(List<Finding> findings, Evidence fact) {
        return findings.stream()
                .filter(f -> restsOn(f, Set.of(fact.signalId())))
                .map(Finding::detector)
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> ids(List<Evidence> facts) {
        var ids = new HashSet<String>();
        facts.forEach(f -> ids.add(f.signalId()));
        return ids;
    }
}
