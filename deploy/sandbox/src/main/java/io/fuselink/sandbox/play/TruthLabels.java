/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.city.Persona;
import io.fuselink.city.Truth;
import io.fuselink.jobs.TrainingRows.Label;
import io.fuselink.jobs.TrainingRows.Labels;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Labels from what a city knows about itself: every number of its own is known, holder by holder, known
 * when the play ends. Only a crew of report bombers has none: it calls as friends do, and what it does is
 * no call.
 */
public record TruthLabels(Truth truth, Set<String> fraud) implements Labels {
    private static final String SOURCE = "city";

    public static TruthLabels of(Truth truth) {
        return new TruthLabels(truth, fraudNumbers(truth));
    }

    /** Numbers whose own calls serve fraud: a crew that only reports is not among them. */
    static Set<String> fraudNumbers(Truth truth) {
        return truth.fraudNumbers().stream()
                .filter(tk -> truth.personaOf(tk) != Persona.REPORT_BOMBER)
                .collect(Collectors.toSet());
    }

    @Override
    public Label of(String tk, int epoch, long at) {
        var persona = truth.personaAt(tk, at);
        if (persona == Persona.OUTSIDER || persona == Persona.REPORT_BOMBER) {
            return null;
        }
        var changesHands = persona != truth.personaOf(tk);
        return new Label(
                changesHands ? persona.evader() : fraud.contains(tk),
                SOURCE,
                Instant.ofEpochMilli(truth.endMs()));
    }
}
