/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.evaluation.Evaluation;
import io.fuselink.models.texts.TextJudge;
import io.fuselink.models.texts.TextTable;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.OperatorError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges a text model by labelled texts, by source. */
@Command(
        name = "texts",
        description =
                "Judges a text model by labelled texts it was not trained on, by source and by type.",
        mixinStandardHelpOptions = true)
final class EvaluateTextsCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--bundle",
            required = true,
            paramLabel = "BUNDLE.zip",
            description = "The model.")
    private Path bundle;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "Labelled texts, .jsonl or .jsonl.gz.")
    private Path data;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where metrics.json and report.html go.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        var model = ModelBundle.read(bundle);
        var judge = TextJudge.of(model);
        var table = TextTable.read(data);
        var rows = judge.judge(table);
        if (rows.isEmpty()) {
            throw OperatorError.badInput(
                    "--data %s: no text has a label to judge by; add labels, or use 'score texts'."
                            .formatted(data));
        }
        var figures =
                new Evaluation(
                                judge.label(),
                                "%s (%s)".formatted(data.getFileName(), table.fingerprint()),
                                judge.threshold(),
                                rows,
                                Map.of(),
                                judge::reasons,
                                List.of(),
                                List.of(
                                        "Trained on " + model.manifest().createdFrom() + ".",
                                        model.manifest().licenceNote(),
                                        "Texts of a source the model was trained on flatter it; judge by sources it has not seen."))
                        .write(out);
        spec.commandLine()
                .getOut()
                .printf(
                        "%s on %,d texts: AUC %.4f, recall %.3f and %,d normal texts accused at the threshold; %s%n",
                        judge.label(),
                        rows.size(),
                        figures.auc().value(),
                        figures.recall().value(),
                        figures.harmed(),
                        out.resolve("report.html"));
        return ExitCodes.OK;
    }
}
