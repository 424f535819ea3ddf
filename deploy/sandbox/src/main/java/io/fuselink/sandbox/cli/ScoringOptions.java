/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.evaluation.ScoresFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every scoring is told: which model scores what, and where the scores go. */
final class ScoringOptions {
    @Mixin private BundleFile bundle;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "Rows, .csv or .csv.gz; texts, .jsonl or .jsonl.gz.")
    private Path data;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where id,score,verdict go; 0.5 is the model's threshold.")
    private Path out;

    /**
     * What is scored, by whom.
     *
     * @param units what the rows are called
     * @param idColumn heading of their ids
     * @param model label of the model
     */
    record Scoring<R>(
            String units,
            String idColumn,
            String model,
            double threshold,
            List<R> rows,
            Function<R, String> id,
            ToDoubleFunction<R> score) {}

    ModelBundle model() {
        return bundle.read();
    }

    Path data() {
        return data;
    }

    <R> void write(Scoring<R> scoring, PrintWriter to) throws IOException {
        int accused = 0;
        try (var scores = new ScoresFile(out, scoring.idColumn(), scoring.threshold())) {
            for (var row : scoring.rows()) {
                var score = scoring.score().applyAsDouble(row);
                accused += score >= scoring.threshold() ? 1 : 0;
                scores.add(scoring.id().apply(row), score);
            }
        }
        to.printf(
                "%,d %s scored by %s, %,d of them at or over its threshold; in %s%n",
                scoring.rows().size(), scoring.units(), scoring.model(), accused, out);
    }
}
