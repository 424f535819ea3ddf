/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.city.Persona;
import io.fuselink.city.Truth;
import io.fuselink.jobs.TrainingRows.Labels;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Labels from what a city knows about itself: every number of its own is known, known when the play
 * ends. Only a crew of report bombers has none: it calls as friends do, and what it does is no call.
 */
public record TruthLabels(Map<String, Boolean> fraudByToken, Instant knownAt) implements Labels {

    /** Nobody knows anything. */
    public static TruthLabels none() {
        return new TruthLabels(Map.of(), Instant.EPOCH);
    }

    public static TruthLabels of(Truth truth) {
        var labels = new HashMap<String, Boolean>();
        truth.numbers().keySet().forEach(tk -> labels.put(tk, false));
        fraudNumbers(truth).forEach(tk -> labels.put(tk, true));
        labels.keySet().removeIf(tk -> truth.personaOf(tk) == Persona.REPORT_BOMBER);
        return new TruthLabels(labels, Instant.ofEpochMilli(truth.endMs()));
    }

    /** Numbers whose own calls serve fraud: a crew that only reports is not among them. */
    static Set<String> fraudNumbers(Truth truth) {
        return truth.fraudNumbers().stream()
                .filter(tk -> truth.personaOf(tk) != Persona.REPORT_BOMBER)
                .collect(Collectors.toSet());
    }

    @Override
    public Boolean fraud(String tk) {
        return fraudByToken.get(tk);
    }

    @Override
    public String source() {
        return "city";
    }
}
