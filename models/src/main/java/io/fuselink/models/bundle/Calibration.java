/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.bundle;

import java.io.Serializable;

/**
 * Platt's sigmoid: turns a network's log-odds into the probability that dev rows have shown.
 *
 * @param slope positive, so that the ranking stays
 */
public record Calibration(double slope, double intercept) implements Serializable {

    public Calibration {
        if (!(slope > 0)) {
            throw new IllegalArgumentException(
                    "calibration slope is %s: the network ranks dev rows the wrong way round or not at all"
                            .formatted(slope));
        }
    }

    /** Calibrated probability of fraud, 0–1. */
    public double probability(double logit) {
        return 1 / (1 + Math.exp(-(slope * logit + intercept)));
    }
}
