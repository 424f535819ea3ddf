/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.city.Persona;
import io.fuselink.city.Tenure;
import io.fuselink.city.Truth;
import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.SubjectType;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who the city knows behind a subject: numbers change hands, so that the heir of a burnt one is innocent,
 * and what is said of the tenure before, however late, is not said of him. A group nobody shares by plan is as innocent as its most honest member.
 */
final class Accused {
    private final Truth truth;
    private final Map<String, Persona> shared = new HashMap<>();
    private final Map<String, Assessment> byEpisode = new HashMap<>();

    Accused(Truth truth, List<Assessment> assessments) {
        this.truth = truth;
        for (var campaign : truth.campaigns()) {
            campaign.groupKeys().forEach(key -> shared.put(key, campaign.kind()));
        }
        for (var assessment : assessments) {
            if (assessment.episodeId() != null) {
                byEpisode.put(assessment.episodeId(), assessment);
            }
        }
    }

    /** Empty where neither the truth nor the assessment names anybody. */
    Optional<Persona> behind(Assessment assessment) {
        return behind(
                assessment.subjectType(),
                assessment.subjectTk(),
                assessment.epoch(),
                assessment.at(),
                assessment);
    }

    /** Empty where neither the truth nor the bundle's episode names anybody. */
    Optional<Persona> behind(Bundle bundle) {
        return behind(
                bundle.subjectType(),
                bundle.subjectTk(),
                bundle.epoch(),
                bundle.openedAt(),
                byEpisode.get(bundle.episodeId()));
    }

    private Optional<Persona> behind(
            SubjectType type, String tk, int epoch, long at, Assessment told) {
        return switch (type) {
            case NUMBER -> Optional.of(truth.personaOf(tk, epoch, at));
            case BINDING, CALL, ACCOUNT, VICTIM -> initiator(told, at);
            case LEASE, DEVICE, TRUNK, CELL, PLATFORM, CAMPAIGN ->
                    Optional.ofNullable(shared.get(type + ":" + tk)).or(() -> mostHonest(told, at));
        };
    }

    /** What was done through a binding, in a call or to a victim stands for who did it. */
    private Optional<Persona> initiator(Assessment told, long at) {
        return Optional.ofNullable(told)
                .map(Assessment::initiatorTk)
                .map(tk -> truth.personaAt(tk, at));
    }

    private Optional<Persona> mostHonest(Assessment told, long at) {
        var members = told == null || told.members() == null ? List.<String>of() : told.members();
        var counts =
                members.stream()
                        .map(tk -> heldSince(tk, told.episodeStart(), at))
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .min(
                        Comparator.<Map.Entry<Persona, Long>, Boolean>comparing(
                                        e -> e.getKey().evader())
                                .thenComparing(e -> -e.getValue())
                                .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    /** A member is told of for all that was found since the episode began, by whichever of its holders. */
    private Persona heldSince(String tk, long since, long at) {
        return truth.tenures().stream()
                .filter(t -> t.tk().equals(tk) && t.from() <= at && t.until() > since)
                .map(Tenure::persona)
                .filter(Persona::evader)
                .findFirst()
                .orElseGet(() -> truth.personaAt(tk, at));
    }
}
