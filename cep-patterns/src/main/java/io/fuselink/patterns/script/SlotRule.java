/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Ideas that mean fraud when they stand close together, however they are worded.
 *
 * @param stage {@code null} unless the role is {@code FRAUD}
 * @param role {@code FRAUD}, {@code ADVISORY} or {@code BREAKER}
 * @param window most characters from the first idea's begin to the last one's end
 */
record SlotRule(
        String id,
        String category,
        Stage stage,
        Phrase.Role role,
        int weight,
        List<Concept> all,
        List<Concept> exclude,
        int window) {

    static final String[] HEADER = {
        "id", "category", "stage", "weight", "all_of", "exclude", "window_chars"
    };

    private static final String BREAKER = "劝阻失效";
    private static final String ADVISORY = "劝阻";

    static SlotRule of(RuleTable.Line line, Map<String, Concept> concepts) {
        Stage stage = Stage.named(line.cell(2));
        Phrase.Role role =
                switch (line.cell(2)) {
                    case BREAKER -> Phrase.Role.BREAKER;
                    case ADVISORY -> Phrase.Role.ADVISORY;
                    default -> Phrase.Role.FRAUD;
                };
        if (stage == null && role == Phrase.Role.FRAUD) {
            throw line.wrong("stage '" + line.cell(2) + "' is unknown", null);
        }
        List<Concept> all = named(line.cell(4), "\\+", line, concepts);
        if (all.isEmpty()) {
            throw line.wrong("all_of is empty", null);
        }
        return new SlotRule(
                line.cell(0),
                line.cell(1),
                stage,
                role,
                line.number(3, "weight", 1, 5),
                all,
                named(line.cell(5), "\\|", line, concepts),
                line.number(6, "window_chars", 1, 500));
    }

    private static List<Concept> named(
            String names, String separator, RuleTable.Line line, Map<String, Concept> concepts) {
        List<Concept> found = new ArrayList<>();
        for (String name : names.split(separator)) {
            if (!name.isBlank() && !concepts.containsKey(name)) {
                throw line.wrong("concept " + name + " is not defined", null);
            }
            if (!name.isBlank()) {
                found.add(concepts.get(name));
            }
        }
        return List.copyOf(found);
    }

    boolean is(Phrase.Role other) {
        return role == other;
    }

    /** Whether all its ideas may be spoken of at all, {@code spokenOf} holding the indices of those that may. */
    boolean possible(BitSet spokenOf) {
        for (Concept concept : all) {
            if (!spokenOf.get(concept.index())) {
                return false;
            }
        }
        return true;
    }

    Hit hitAt(int offset) {
        return new Hit(id, category, stage, weight, offset, Anchor.NONE, false, List.of(), false);
    }
}
