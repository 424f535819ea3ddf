/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.golden;

import io.fuselink.events.ActionType;
import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.Finding;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.Page;
import io.fuselink.events.SubjectType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the whole topology made of one story. */
record Outcome(
        List<Finding> findings,
        List<Assessment> assessments,
        List<Bundle> bundles,
        List<Leg> legs,
        List<Page> pages) {

    /** What concerns somebody of the story, or a campaign of them. */
    Outcome of(Story story) {
        var prefix = story.name() + ".";
        return new Outcome(
                findings.stream()
                        .filter(f -> concerns(prefix, f.subjectTk(), f.members()))
                        .toList(),
                assessments.stream()
                        .filter(a -> concerns(prefix, a.subjectTk(), a.members()))
                        .toList(),
                bundles.stream().filter(b -> b.subjectTk().startsWith(prefix)).toList(),
                legs.stream().filter(l -> l.targetTk().startsWith(prefix)).toList(),
                pages.stream().filter(p -> p.scope().startsWith(prefix)).toList());
    }

    private static boolean concerns(String prefix, String subject, List<String> members) {
        return subject.startsWith(prefix) || members.stream().anyMatch(tk -> tk.startsWith(prefix));
    }

    /** Names of what found something. */
    Set<String> detectors() {
        return findings.stream()
                .map(Finding::detector)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The highest level anybody of this kind reached. */
    int level(SubjectType kind) {
        return assessments.stream()
                .filter(a -> a.subjectType() == kind)
                .mapToInt(Assessment::level)
                .max()
                .orElse(0);
    }

    int levelOf(String subject) {
        return assessments.stream()
                .filter(a -> a.subjectTk().equals(subject))
                .mapToInt(Assessment::level)
                .max()
                .orElse(0);
    }

    /** Whom anything is asked about. */
    Set<String> targets() {
        return legs.stream().map(Leg::targetTk).collect(Collectors.toCollection(TreeSet::new));
    }

    Stream<Leg> newest() {
        return legs.stream()
                .collect(
                        Collectors.toMap(
                                Leg::legId,
                                leg -> leg,
                                (a, b) -> a.version() > b.version() ? a : b))
                .values()
                .stream();
    }

    /** The only leg of this action, as it was last told. */
    Leg newest(ActionType action) {
        var legs = newest().filter(leg -> leg.action() == action).toList();
        if (legs.size() != 1) {
            throw new AssertionError("legs of " + action + ": " + legs);
        }
        return legs.get(0);
    }

    /** Every version of a leg that was told, in order. */
    List<Integer> versions(Leg leg) {
        return legs.stream()
                .filter(l -> l.legId().equals(leg.legId()))
                .map(Leg::version)
                .distinct()
                .sorted()
                .toList();
    }

    Set<LegState> everyStateOf(Enum<?> action) {
        return legs.stream()
                .filter(l -> l.action() == action)
                .map(Leg::state)
                .collect(Collectors.toSet());
    }

    /**
     * Everything that has an id, for comparing runs; but for holds of payments in progress, which apply on
     * arrival and so not at all where the payment is read before the call it interrupts.
     */
    Set<String> ids() {
        var onArrival =
                legs.stream()
                        .filter(l -> l.action() == ActionType.HOLD_SUGGEST)
                        .map(Leg::bundleId)
                        .collect(Collectors.toSet());
        var ids = new TreeSet<String>();
        findings.forEach(f -> ids.add("finding " + f.detector() + " " + f.id()));
        assessments.forEach(a -> ids.add("assessment " + a.subjectTk() + " " + a.id()));
        assessments.stream()
                .filter(a -> a.episodeId() != null)
                .forEach(a -> ids.add("episode " + a.episodeId()));
        bundles.stream()
                .map(Bundle::bundleId)
                .filter(id -> !onArrival.contains(id))
                .forEach(id -> ids.add("bundle " + id));
        legs.stream()
                .filter(l -> !onArrival.contains(l.bundleId()))
                .forEach(l -> ids.add("leg " + l.action() + " " + l.legId()));
        return ids;
    }
}
