/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

/**
 * Scores as others read them: moved along the log-odds until the published threshold is 0.5, which keeps
 * the ranking and makes files of different models comparable.
 */
public final class PublishedScale {
    private PublishedScale() {}

    /** 0.5 and more exactly where {@code probability} reaches {@code threshold}. */
    public static double of(double probability, double threshold) {
        if (threshold >= 1) {
            return probability >= 1 ? 0.5 : probability / 2;
        }
        // p(1−t) / (p(1−t) + t(1−p)) is the logistic of the difference of log-odds, without its
        // infinities.
        var above = probability * (1 - threshold);
        var below = threshold * (1 - probability);
        var scaled = above / (above + below);
        // Rounding must not move a verdict.
        return probability >= threshold
                ? Math.max(0.5, scaled)
                : Math.min(Math.nextDown(0.5), scaled);
    }
}
