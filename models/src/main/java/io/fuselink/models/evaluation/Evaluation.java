/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A model judged by rows it was not trained on, of whatever kind: {@code metrics.json} for programs and
 * {@code report.html} for people.
 *
 * @param model name and version
 * @param data what it was judged by: file, fingerprint
 * @param threshold calibrated score from which on a row is accused
 * @param beside other models' rows, by name, in the same order: a baseline, a champion
 * @param reasons why a row scored as it did, for the false alarms at the top
 * @param tables what this kind of model adds
 * @param notes what a reader must know before believing a figure
 */
public record Evaluation(
        String model,
        String data,
        double threshold,
        List<JudgedRow> rows,
        Map<String, List<JudgedRow>> beside,
        Function<JudgedRow, List<String>> reasons,
        List<ReportTable> tables,
        List<String> notes) {

    /** False alarms that are listed with their reasons. */
    private static final int LISTED = 20;

    public Evaluation {
        rows = List.copyOf(rows);
        beside = new LinkedHashMap<>(beside);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s: no row has a label, so there is nothing to judge by; add labels, or use 'score'"
                            .formatted(data));
        }
        for (var other : beside.entrySet()) {
            if (other.getValue().size() != rows.size()) {
                throw new IllegalArgumentException(
                        "%s has %d of %d rows; score the same file with both"
                                .formatted(other.getKey(), other.getValue().size(), rows.size()));
            }
        }
    }

    /** Nothing beside it, no tables of its own. */
    public static Evaluation of(
            String model,
            String data,
            double threshold,
            List<JudgedRow> rows,
            Function<JudgedRow, List<String>> reasons) {
        return new Evaluation(
                model, data, threshold, rows, Map.of(), reasons, List.of(), List.of());
    }

    /** Writes both files and returns the figures over all rows. */
    public Figures write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var own = Breakdown.of(rows, threshold);
        var others = new LinkedHashMap<String, Breakdown>();
        beside.forEach((name, theirs) -> others.put(name, Breakdown.of(theirs, threshold)));
        new MetricsFile(this, own, others).write(folder.resolve("metrics.json"));
        Files.writeString(folder.resolve("report.html"), new HtmlReport(this, own, others).html());
        return own.overall();
    }

    List<JudgedRow> topFalseAlarms() {
        return rows.stream()
                .filter(row -> !row.fraud() && row.score() >= threshold)
                .sorted(
                        Comparator.comparingDouble(JudgedRow::score)
                                .reversed()
                                .thenComparing(JudgedRow::id))
                .limit(LISTED)
                .toList();
    }
}
