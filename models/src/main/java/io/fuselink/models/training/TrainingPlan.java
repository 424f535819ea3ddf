/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.bundle.BundleKind;
import java.nio.file.Path;

/**
 * What to train, on what, and how careful to be.
 *
 * @param data labelled rows, {@code .csv} or {@code .csv.gz}
 * @param dev rows to calibrate and to choose the threshold by; null takes them out of {@code data}, by
 *     tenure and time
 * @param out bundle file to write
 * @param name of the model; with the version it is what findings carry
 * @param falsePositivesPerMillion benign rows per million that may reach the threshold
 * @param maxEpochs passes over the train rows at most
 * @param patience passes without a better loss before training stops
 * @param seed of weights, shuffling and block drop-out
 * @param licenceNote what the data allows, kept in the bundle
 */
public record TrainingPlan(
        Path data,
        Path dev,
        Path out,
        String name,
        int version,
        double falsePositivesPerMillion,
        int maxEpochs,
        int patience,
        long seed,
        String licenceNote) {

    public TrainingPlan {
        if (!(falsePositivesPerMillion >= 0) || maxEpochs < 1 || patience < 1) {
            throw new IllegalArgumentException(
                    "a plan needs a budget of at least 0, and at least one epoch and one of patience");
        }
    }

    /** Benign rows per million that a kind of model may accuse, where nobody says otherwise. */
    public static double budget(BundleKind kind) {
        // A yardstick harms nobody, and a few hundred benign rows could not show a smaller rate.
        return kind == BundleKind.SERVING ? 100 : 10_000;
    }
}
