/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of an evaluation for programs; what the rows cannot tell is null. */
record MetricsFile(Evaluation evaluation, Breakdown own, Map<String, Breakdown> others) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    void write(Path file) throws IOException {
        var metrics = new LinkedHashMap<String, Object>();
        metrics.put("model", evaluation.model());
        metrics.put("data", evaluation.data());
        metrics.put("threshold", evaluation.threshold());
        metrics.put("overall", map(own.overall()));
        var confusion = Confusion.of(evaluation.rows(), evaluation.threshold());
        metrics.put(
                "confusion",
                Map.of(
                        "hits", confusion.hits(),
                        "misses", confusion.misses(),
                        "false_alarms", confusion.falseAlarms(),
                        "rightly_left_alone", confusion.rightlyLeftAlone()));
        metrics.put("strata", maps(own.strata()));
        metrics.put("sources", maps(own.sources()));
        var beside = new LinkedHashMap<String, Object>();
        others.forEach(
                (name, its) ->
                        beside.put(
                                name,
                                Map.of(
                                        "overall", map(its.overall()),
                                        "strata", maps(its.strata()),
                                        "sources", maps(its.sources()))));
        metrics.put("beside", beside);
        metrics.put("tables", evaluation.tables());
        Files.write(file, JSON.writeValueAsBytes(metrics));
    }

    private static Map<String, Object> maps(Map<String, Figures> parts) {
        var maps = new LinkedHashMap<String, Object>();
        parts.forEach((part, figures) -> maps.put(part, map(figures)));
        return maps;
    }

    private static Map<String, Object> map(Figures figures) {
        var map = new LinkedHashMap<String, Object>();
        map.put("rows", figures.rows());
        map.put("fraud", figures.fraud());
        map.put("harmed_subjects", figures.harmed());
        put(map, "auc", figures.auc());
        put(map, "pr_auc", figures.prAuc());
        put(map, "recall_at_fpr_0_1_percent", figures.recallAt1Permille());
        put(map, "recall_at_fpr_1_percent", figures.recallAt1Percent());
        put(map, "recall", figures.recall());
        put(map, "precision", figures.precision());
        put(map, "false_positive_rate", figures.falsePositiveRate());
        map.put("f1", known(figures.f1()));
        map.put("brier", known(figures.brier()));
        map.put("calibration_error", known(figures.calibrationError()));
        return map;
    }

    private static void put(Map<String, Object> map, String name, Figures.Measure measure) {
        map.put(name, known(measure.value()));
        map.put(
                name + "_ci95",
                new Double[] {known(measure.interval().low()), known(measure.interval().high())});
    }

    private static Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
