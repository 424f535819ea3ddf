/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.city.Truth;
import io.fuselink.jobs.TrainingRows.Labels;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Labels from what a city knows about itself: every number of its own is known, known when the play ends. */
public record TruthLabels(Map<String, Boolean> fraudByToken, Instant knownAt) implements Labels {

    /** Nobody knows anything. */
    public static TruthLabels none() {
        return new TruthLabels(Map.of(), Instant.EPOCH);
    }

    public static TruthLabels of(Truth truth) {
        var labels = new HashMap<String, Boolean>();
        truth.numbers().keySet().forEach(tk -> labels.put(tk, false));
        truth.fraudNumbers().forEach(tk -> labels.put(tk, true));
        return new TruthLabels(labels, Instant.ofEpochMilli(truth.endMs()));
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
