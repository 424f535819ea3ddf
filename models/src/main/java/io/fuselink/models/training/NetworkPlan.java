/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.bundle.BundleKind;
import java.util.List;

/**
 * What the networks of a bundle look like and how they learn; chosen by cross-validation on train rows.
 *
 * @param members networks whose log-odds are averaged; with several, each is stopped by another part of
 *     the train rows, so that together they have seen all of them
 * @param hidden widths of the hidden layers; none makes a member linear in its inputs
 * @param stretches inputs per column, see {@link io.fuselink.models.bundle.Rungs}; 0 leaves columns plain
 * @param dropout share of hidden units that rest in a training step
 * @param inputDropout share of inputs that rest in a training step
 * @param blockDropout share of rows in which a block is hidden while training
 * @param batch rows per step
 */
record NetworkPlan(
        int members,
        List<Integer> hidden,
        int stretches,
        double l2,
        double dropout,
        double inputDropout,
        double blockDropout,
        double learningRate,
        int batch) {

    static NetworkPlan of(BundleKind kind) {
        return switch (kind) {
            case SERVING -> new NetworkPlan(1, List.of(32, 16), 0, 1e-3, 0, 0, 0.1, 2e-3, 256);
            case SICHUAN -> new NetworkPlan(10, List.of(24, 24), 8, 2e-2, 0.3, 0.1, 0.02, 1e-3, 64);
            case TEXTS ->
                    throw new TrainingException(
                            "number rows train no text model; use the sub-command texts");
        };
    }
}
