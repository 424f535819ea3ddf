/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.PolicyVersion;
import io.fuselink.jobs.steps.ScoreNumbers.ScorerSource;
import io.fuselink.models.bundle.BundleException;
import io.fuselink.models.scoring.ServedModel;
import java.util.TreeMap;

/**
 * Which models score at which time. A version of the policy loads its models when it is accepted, at
 * least three seconds before it counts, so that the change costs nothing when it comes. A bundle that
 * cannot be used leaves in force what was before: a wrong name must not silence the step.
 */
final class ModelTimeline {
    /** Changes of models that are kept for what comes late. */
    private static final int KEPT = 16;

    private final ScorerSource source;
    private final ServedModel carried;
    private final TreeMap<Long, Shift> shifts = new TreeMap<>();
    private Shift current;
    private long from;
    private long until;

    /**
     * Who scores from a time on.
     *
     * @param challenger null when nobody scores in the shadow
     * @param refused why the version's models were not taken, null when they were
     */
    record Shift(int policyVersion, ServedModel champion, ServedModel challenger, String refused) {}

    ModelTimeline(ScorerSource source) {
        this.source = source;
        this.carried = source.open();
        put(Long.MIN_VALUE, new Shift(0, carried, null, null));
    }

    /** Takes in a version that was accepted, and says what it made of its models. */
    Shift add(PolicyVersion version) {
        var before = shifts.lowerEntry(version.validFrom()).getValue();
        var shift = shift(version, before);
        put(version.validFrom(), shift);
        if (shifts.size() > KEPT) {
            // What comes so late is scored by the oldest models that are left.
            shifts.pollFirstEntry();
            shifts.put(Long.MIN_VALUE, shifts.pollFirstEntry().getValue());
        }
        return shift;
    }

    private void put(long time, Shift shift) {
        shifts.put(time, shift);
        from = until = 0;
    }

    private Shift shift(PolicyVersion version, Shift before) {
        try {
            return new Shift(
                    version.version(),
                    version.model() == null ? carried : same(version.model(), before.champion()),
                    version.challenger() == null
                            ? null
                            : same(version.challenger(), before.challenger()),
                    null);
        } catch (BundleException e) {
            return new Shift(
                    version.version(), before.champion(), before.challenger(), e.getMessage());
        }
    }

    /** A model that goes on needs no loading. */
    private ServedModel same(String label, ServedModel before) {
        return before != null && before.version().equals(label) ? before : source.open(label);
    }

    /** Who scores a record of this time. */
    Shift at(long time) {
        if (time < from || time >= until) {
            var entry = shifts.floorEntry(time);
            var next = shifts.higherKey(time);
            current = entry.getValue();
            from = entry.getKey();
            until = next == null ? Long.MAX_VALUE : next;
        }
        return current;
    }
}
