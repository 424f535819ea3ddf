/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.city.Persona;
import io.fuselink.city.Tenure;
import io.fuselink.city.Truth;
import io.fuselink.events.ActionType;
import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.Leg;
import io.fuselink.events.SubjectType;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what was said of and done to those who did nothing wrong, one kind of people at a time. */
final class HonestTally {
    private final Accused accused;
    private final Map<Persona, Integer> levels = new EnumMap<>(Persona.class);
    private final Map<Persona, Set<String>> suspected = new EnumMap<>(Persona.class);
    private final Map<Persona, Map<ActionType, Integer>> actions = new EnumMap<>(Persona.class);
    private final Map<String, Integer> wrong = new TreeMap<>();

    HonestTally(Accused accused) {
        this.accused = accused;
    }

    /** To be somebody's victim is no accusation. */
    void assessed(Assessment assessment) {
        if (assessment.subjectType() != SubjectType.VICTIM) {
            accused.behind(assessment).ifPresent(who -> assessed(who, assessment));
        }
    }

    private void assessed(Persona who, Assessment assessment) {
        levels.merge(who, assessment.level(), Math::max);
        if (assessment.level() > 0) {
            suspected
                    .computeIfAbsent(who, w -> new HashSet<>())
                    .add(assessment.subjectType() + ":" + assessment.subjectTk());
        }
    }

    /**
     * What an authority ordered is not the system's judgement and not wrong of it; and to help somebody's
     * victim is no action upon them.
     */
    void asked(Bundle bundle, Collection<Leg> sent) {
        if (bundle.subjectType() == SubjectType.VICTIM) {
            return;
        }
        var who = accused.behind(bundle);
        who.ifPresent(persona -> sent.forEach(leg -> count(persona, leg.action())));
        if (bundle.caseId() == null && who.filter(Persona::evader).isEmpty()) {
            wrong.merge(
                    who.map(Persona::name).orElseGet(() -> bundle.subjectType().name()),
                    1,
                    Integer::sum);
        }
    }

    private void count(Persona persona, ActionType action) {
        actions.computeIfAbsent(persona, p -> new EnumMap<>(ActionType.class))
                .merge(action, 1, Integer::sum);
    }

    /** Bundles about nobody who did anything, by persona, or by kind of subject where nobody is behind it. */
    Map<String, Integer> wrongActions() {
        return wrong;
    }

    /** A row for everybody honest who lives in the city or was spoken of. */
    List<HonestRow> rows(Truth truth) {
        return Arrays.stream(Persona.values())
                .filter(persona -> !persona.evader())
                .map(persona -> row(persona, truth))
                .filter(row -> row.numbers() > 0 || row.level() > 0 || row.wrongActions() > 0)
                .toList();
    }

    private HonestRow row(Persona persona, Truth truth) {
        return new HonestRow(
                persona,
                numbers(persona, truth),
                suspected.getOrDefault(persona, Set.of()).size(),
                levels.getOrDefault(persona, 0),
                actions.getOrDefault(persona, Map.of()),
                wrong.getOrDefault(persona.name(), 0));
    }

    /** Whoever holds a number at any time holds it. */
    private static int numbers(Persona persona, Truth truth) {
        var numbers = new HashSet<String>();
        truth.numbers()
                .forEach(
                        (tk, holder) -> {
                            if (holder == persona) {
                                numbers.add(tk);
                            }
                        });
        truth.tenures().stream()
                .filter(tenure -> tenure.persona() == persona)
                .map(Tenure::tk)
                .forEach(numbers::add);
        return numbers.size();
    }
}
