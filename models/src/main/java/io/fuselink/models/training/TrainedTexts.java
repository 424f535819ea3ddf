/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.bundle.Calibration;
import io.fuselink.models.texts.TextPass;
import java.util.function.Consumer;

/**
 * A fitted text network as it will serve, with the calibration and the threshold that dev texts gave it.
 *
 * @param threshold calibrated score from which on a text is accused
 */
record TrainedTexts(TextFit fit, TextPass pass, Calibration calibration, double threshold) {

    static TrainedTexts on(
            TextExamples train, TextExamples dev, TextPlan plan, Consumer<String> progress) {
        var fit = TextFit.on(train, plan, progress);
        var pass = new TextPass(fit.vectors(), fit.head());
        var logits = logits(pass, dev);
        var calibration = calibration(logits, dev, plan);
        return new TrainedTexts(
                fit,
                pass,
                calibration,
                Threshold.forBudget(
                        probabilities(calibration, logits),
                        dev.fraud(),
                        plan.falsePositivesPerMillion()));
    }

    /** Calibrated probabilities of fraud. */
    double[] scores(TextExamples texts) {
        return probabilities(calibration, logits(pass, texts));
    }

    private static Calibration calibration(double[] logits, TextExamples dev, TextPlan plan) {
        try {
            return PlattScaling.fit(logits, dev.fraud());
        } catch (IllegalArgumentException e) {
            throw new TrainingException(
                    "%s: %s; look at the labels".formatted(plan.data(), e.getMessage()), e);
        }
    }

    private static double[] logits(TextPass pass, TextExamples texts) {
        return texts.rows().stream().mapToDouble(row -> pass.logit(row.grams())).toArray();
    }

    private static double[] probabilities(Calibration calibration, double[] logits) {
        var probabilities = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = calibration.probability(logits[i]);
        }
        return probabilities;
    }
}
