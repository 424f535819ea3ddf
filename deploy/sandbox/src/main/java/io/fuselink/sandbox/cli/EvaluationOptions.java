/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.evaluation.Evaluation;
import io.fuselink.models.evaluation.Figures;
import io.fuselink.models.evaluation.Judge;
import io.fuselink.models.evaluation.JudgedRow;
import io.fuselink.models.evaluation.ReportTable;
import io.fuselink.sandbox.OperatorError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every evaluation is told: which model to judge by what, and where the report goes. */
final class EvaluationOptions {
    @Mixin private BundleFile bundle;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "Labelled rows, .csv or .csv.gz; labelled texts, .jsonl or .jsonl.gz.")
    private Path data;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where metrics.json and report.html go.")
    private Path out;

    ModelBundle model() {
        return bundle.read();
    }

    Path data() {
        return data;
    }

    Path report() {
        return out.resolve("report.html");
    }

    /**
     * Writes the report.
     *
     * @param tables what this kind of model adds
     * @param notes for the report's end, after where the model comes from
     */
    Figures write(
            ModelBundle model,
            Judge judge,
            String fingerprint,
            List<JudgedRow> rows,
            Map<String, List<JudgedRow>> beside,
            List<ReportTable> tables,
            List<String> notes)
            throws IOException {
        var all =
                new ArrayList<>(
                        List.of(
                                "Trained on " + model.manifest().createdFrom() + ".",
                                model.manifest().licenceNote()));
        all.addAll(notes);
        return new Evaluation(
                        judge.label(),
                        "%s (%s)".formatted(data.getFileName(), fingerprint),
                        judge.threshold(),
                        rows,
                        beside,
                        judge::reasons,
                        tables,
                        all)
                .write(out);
    }

    /** Rows without any label cannot judge a model. */
    void requireLabels(List<JudgedRow> rows, String unit, String otherCommand) {
        if (rows.isEmpty()) {
            throw OperatorError.badInput(
                    "--data %s: no %s has a label to judge by; add labels, or use '%s'."
                            .formatted(data, unit, otherCommand));
        }
    }
}
