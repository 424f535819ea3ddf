/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import java.nio.file.Path;

/**
 * What texts to learn from, and how careful to be.
 *
 * @param data labelled texts, {@code .jsonl} or {@code .jsonl.gz}
 * @param dev labelled texts to calibrate and choose the threshold by; null takes a seventh out of {@code data}
 * @param out bundle file to write
 * @param name of the model; with the version it is what findings carry
 * @param falsePositivesPerMillion normal dev texts per million that may reach the threshold
 * @param epochs passes over the texts
 * @param networks networks whose log-odds are averaged
 * @param rehearsal texts of each class that are composed from the project's own lines and learnt beside the data
 * @param seed of weights, sampling and distortion
 * @param licenceNote what the data allows, kept in the bundle
 */
public record TextPlan(
        Path data,
        Path dev,
        Path out,
        String name,
        int version,
        double falsePositivesPerMillion,
        int epochs,
        int networks,
        int rehearsal,
        long seed,
        String licenceNote) {
    /** Of the shipped command: no more than two normal dev texts in a thousand. */
    public static final double BUDGET = 2000;

    public static final int EPOCHS = 3;

    /**
     * Of a source never seen one network alone finds now four, now seven frauds in ten, by nothing but the order in which
     * it meets its texts: docs/text-model.md.
     */
    public static final int NETWORKS = 5;

    /** As many as a middling source holds. */
    public static final int REHEARSAL = 3000;

    public TextPlan {
        if (!(falsePositivesPerMillion >= 0) || epochs < 1 || networks < 1 || rehearsal < 0) {
            throw new IllegalArgumentException(
                    "a plan needs a budget and rehearsal texts of at least 0, and at least one epoch and network");
        }
    }
}
