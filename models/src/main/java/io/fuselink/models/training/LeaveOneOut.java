/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.evaluation.ReportTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The main table of the text model: for each source a model is trained without it, gets its threshold
 * without it, and is judged by all of its texts. What a source says of itself proves nothing.
 */
final class LeaveOneOut {
    private static final List<String> HEADER =
            List.of(
                    "source left out",
                    "frauds",
                    "normal texts",
                    "recall",
                    "precision",
                    "FPR",
                    "recall at 1 % FPR");

    private LeaveOneOut() {}

    static ReportTable table(
            TextExamples train, TextExamples dev, TextPlan plan, Consumer<String> progress) {
        var rows = new ArrayList<List<String>>();
        var sources = new TreeSet<String>();
        train.rows().forEach(row -> sources.add(row.source()));
        for (var source : sources) {
            progress.accept("without " + source);
            var model = TrainedTexts.on(train.without(source), dev.without(source), plan, progress);
            var unseen = train.only(source).and(dev.only(source));
            rows.add(row(source, unseen, model.scores(unseen), model.threshold()));
            progress.accept(String.join("  ", rows.get(rows.size() - 1)));
        }
        return new ReportTable(
                "Leave one source out",
                "Each source judged by a model that has seen nothing of it, at the threshold chosen without it.",
                HEADER,
                rows);
    }

    private static List<String> row(
            String source, TextExamples unseen, double[] scores, double threshold) {
        var figures = SourceFigures.of(unseen, scores, threshold).get(source);
        return List.of(
                source,
                String.valueOf(figures.frauds()),
                String.valueOf(figures.normals()),
                share(figures.recall()),
                share(figures.precision()),
                share(figures.falsePositiveRate()),
                figures.normals() == 0 ? "–" : share(recallAtOnePercent(unseen.fraud(), scores)));
    }

    private static double recallAtOnePercent(boolean[] fraud, double[] scores) {
        var normals =
                IntStream.range(0, scores.length)
                        .filter(i -> !fraud[i])
                        .mapToDouble(i -> scores[i])
                        .sorted()
                        .toArray();
        var threshold = normals[normals.length - 1 - normals.length / 100];
        int frauds = 0;
        int hits = 0;
        for (int i = 0; i < fraud.length; i++) {
            frauds += fraud[i] ? 1 : 0;
            hits += fraud[i] && scores[i] > threshold ? 1 : 0;
        }
        return hits / (double) frauds;
    }

    private static String share(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.4f", share) : "–";
    }
}
