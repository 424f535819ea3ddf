/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import java.nio.file.Path;

/**
 * What to train, on what, and how careful to be.
 *
 * @param data exported rows, {@code .csv} or {@code .csv.gz}
 * @param out bundle file to write
 * @param name of the model; with the version it is what findings carry
 * @param falsePositivesPerMillion benign rows per million that may reach the threshold
 * @param maxEpochs passes over the train rows at most
 * @param patience passes without a better dev loss before training stops
 * @param seed of weights, shuffling and block drop-out
 * @param licenceNote what the data allows, kept in the bundle
 */
public record TrainingPlan(
        Path data,
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

    /** The plan of the bundle that ships with the build. */
    public static TrainingPlan cityNumbers(Path data, Path out) {
        return new TrainingPlan(
                data,
                out,
                "city-numbers",
                1,
                100,
                200,
                15,
                20_260_101L,
                "Trained on a synthetic city, Apache-2.0. A rehearsal model: retrain on own traffic before it may act.");
    }
}
