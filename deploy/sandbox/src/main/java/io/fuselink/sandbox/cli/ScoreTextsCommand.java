/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.evaluation.ScoresFile;
import io.fuselink.models.texts.TextScorer;
import io.fuselink.models.texts.TextTable;
import io.fuselink.sandbox.ExitCodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores texts, with or without labels. */
@Command(
        name = "texts",
        description = "Scores texts, {id, text} a line; source and label are not needed.",
        mixinStandardHelpOptions = true)
final class ScoreTextsCommand implements Callable<Integer> {
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
            description = "Texts, .jsonl or .jsonl.gz.")
    private Path data;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where id,score,verdict go; 0.5 is the model's threshold.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        var scorer = TextScorer.of(ModelBundle.read(bundle));
        var table = TextTable.read(data);
        int accused = 0;
        try (var scores = new ScoresFile(out, "id", scorer.threshold())) {
            for (var row : table.rows()) {
                var score = scorer.score(row.text());
                accused += score >= scorer.threshold() ? 1 : 0;
                scores.add(row.id(), score);
            }
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%,d texts scored by %s, %,d of them at or over its threshold; in %s%n",
                        table.rows().size(), scorer.version(), accused, out);
        return ExitCodes.OK;
    }
}
