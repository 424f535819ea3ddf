/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import java.util.Map;
import java.util.TreeMap;
import org.nd4j.evaluation.classification.ROC;
import org.nd4j.linalg.factory.Nd4j;

/** What a model achieves on dev rows, as the manifest keeps it. */
final class DevReport {
    private DevReport() {}

    static Map<String, Double> of(double[] scores, boolean[] fraud, double threshold) {
        int frauds = 0, hits = 0, falsePositives = 0;
        var labels = new double[fraud.length];
        for (int i = 0; i < fraud.length; i++) {
            var fired = scores[i] >= threshold;
            labels[i] = fraud[i] ? 1 : 0;
            frauds += fraud[i] ? 1 : 0;
            hits += fraud[i] && fired ? 1 : 0;
            falsePositives += !fraud[i] && fired ? 1 : 0;
        }
        var roc = new ROC(0);
        roc.eval(
                Nd4j.createFromArray(labels).reshape(-1, 1),
                Nd4j.createFromArray(scores).reshape(-1, 1));
        return new TreeMap<>(
                Map.of(
                        "dev_auc",
                        roc.calculateAUC(),
                        "dev_pr_auc",
                        Math.min(1, roc.calculateAUCPR()),
                        "dev_recall",
                        (double) hits / frauds,
                        "dev_false_positives",
                        (double) falsePositives,
                        "dev_fraud_rows",
                        (double) frauds,
                        "dev_benign_rows",
                        (double) (fraud.length - frauds)));
    }
}
