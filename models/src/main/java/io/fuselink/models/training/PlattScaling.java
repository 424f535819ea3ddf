/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.bundle.Calibration;

/**
 * Fits the sigmoid that turns log-odds into probabilities: Newton's method with back-tracking on Platt's
 * smoothed targets, which stay finite where the classes part without overlap.
 */
final class PlattScaling {
    private static final int STEPS = 100;
    private static final double RIDGE = 1e-12;

    private final double[] logits;
    private final double[] targets;
    private double slope;
    private double intercept;

    private PlattScaling(double[] logits, boolean[] fraud) {
        this.logits = logits;
        this.targets = new double[logits.length];
        int frauds = 0;
        for (var is : fraud) {
            frauds += is ? 1 : 0;
        }
        int benign = fraud.length - frauds;
        for (int i = 0; i < fraud.length; i++) {
            targets[i] = fraud[i] ? (frauds + 1.0) / (frauds + 2.0) : 1 / (benign + 2.0);
        }
        this.intercept = Math.log((frauds + 1.0) / (benign + 1.0));
    }

    static Calibration fit(double[] logits, boolean[] fraud) {
        var scaling = new PlattScaling(logits, fraud);
        for (int step = 0; step < STEPS && scaling.improve(); step++) {}
        return new Calibration(scaling.slope, scaling.intercept);
    }

    /** One Newton step; false when there is nothing left to gain. */
    private boolean improve() {
        // 1. Gradient and Hessian of the cross-entropy.
        double gradA = 0, gradB = 0, haa = RIDGE, hab = 0, hbb = RIDGE;
        for (int i = 0; i < logits.length; i++) {
            var p = 1 / (1 + Math.exp(-(slope * logits[i] + intercept)));
            var error = p - targets[i];
            var curve = p * (1 - p);
            gradA += error * logits[i];
            gradB += error;
            haa += curve * logits[i] * logits[i];
            hab += curve * logits[i];
            hbb += curve;
        }
        // 2. The full step, and what it promises.
        var determinant = haa * hbb - hab * hab;
        var stepA = -(hbb * gradA - hab * gradB) / determinant;
        var stepB = -(haa * gradB - hab * gradA) / determinant;
        var descent = gradA * stepA + gradB * stepB;
        // 3. Halve it until it holds.
        var before = loss(slope, intercept);
        for (double share = 1; share > 1e-10; share /= 2) {
            var after = loss(slope + share * stepA, intercept + share * stepB);
            if (after < before + 1e-4 * share * descent) {
                slope += share * stepA;
                intercept += share * stepB;
                return before - after > 1e-12 * before;
            }
        }
        return false;
    }

    private double loss(double a, double b) {
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            var z = a * logits[i] + b;
            sum += Math.max(z, 0) - targets[i] * z + Math.log1p(Math.exp(-Math.abs(z)));
        }
        return sum;
    }
}
