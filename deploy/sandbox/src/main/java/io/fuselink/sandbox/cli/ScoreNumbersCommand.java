/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.evaluation.ScoresFile;
import io.fuselink.models.table.NumberJudge;
import io.fuselink.models.table.NumberTable;
import io.fuselink.sandbox.ExitCodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores number rows, with or without labels. */
@Command(
        name = "numbers",
        description =
                "Scores rows of export-features, or of the Sichuan table; labels are not needed.",
        mixinStandardHelpOptions = true)
final class ScoreNumbersCommand implements Callable<Integer> {
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
            description = "Rows, .csv or .csv.gz.")
    private Path data;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where id,score,verdict go; 0.5 is the model's threshold.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        var model = ModelBundle.read(bundle);
        var table = NumberTable.read(data).requireKind(model.manifest().kind());
        var judge = NumberJudge.of(model);
        int accused = 0;
        try (var scores = new ScoresFile(out, table.idColumn(), judge.threshold())) {
            for (var row : table.rows()) {
                var score = judge.score(row);
                accused += score >= judge.threshold() ? 1 : 0;
                scores.add(row.rowId(), score);
            }
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%,d rows scored by %s, %,d of them at or over its threshold; in %s%n",
                        table.rows().size(), judge.label(), accused, out);
        return ExitCodes.OK;
    }
}
