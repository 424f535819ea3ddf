/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.boosting;

import io.fuselink.models.features.FeatureRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost on the very rows that a number model gets; gaps stay gaps. Small steps, shallow trees, one fixed seed. */
final class BoostedTrees {
    private static final int ROUNDS = 300;

    private final Booster booster;

    private BoostedTrees(Booster booster) {
        this.booster = booster;
    }

    static BoostedTrees on(List<FeatureRow> rows) throws XGBoostError {
        var matrix = matrix(rows);
        var labels = new float[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = rows.get(i).fraud() ? 1 : 0;
        }
        matrix.setLabel(labels);
        return new BoostedTrees(XGBoost.train(matrix, settings(), ROUNDS, Map.of(), null, null));
    }

    private static Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        settings.put("objective", "binary:logistic");
        settings.put("eta", 0.04);
        settings.put("max_depth", 5);
        settings.put("min_child_weight", 5);
        settings.put("lambda", 5);
        settings.put("subsample", 0.8);
        settings.put("colsample_bynode", 0.3);
        settings.put("seed", 20260101);
        settings.put("nthread", 1);
        return settings;
    }

    double score(FeatureRow row) throws XGBoostError {
        return booster.predict(matrix(List.of(row)))[0][0];
    }

    private static DMatrix matrix(List<FeatureRow> rows) throws XGBoostError {
        int width = rows.get(0).features().length;
        var values = new float[rows.size() * width];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i).features(), 0, values, i * width, width);
        }
        return new DMatrix(values, rows.size(), width, Float.NaN);
    }
}
