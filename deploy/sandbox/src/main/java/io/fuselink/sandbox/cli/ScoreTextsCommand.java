/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.models.texts.TextRow;
import io.fuselink.models.texts.TextScorer;
import io.fuselink.models.texts.TextTable;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.cli.ScoringOptions.Scoring;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores texts, with or without labels, as the content family does. */
@Command(
        name = "texts",
        description =
                "Scores texts by the text model with phrases and slots, {id, text} a line; source and label are not needed.",
        mixinStandardHelpOptions = true)
final class ScoreTextsCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ScoringOptions options;

    @Option(
            names = "--model-alone",
            description =
                    "Leave phrases and slots out; without it, what they find suspicious is fraud here too, as in the running job.")
    private boolean modelAlone;

    @Override
    public Integer call() throws IOException {
        var scorer = TextScorer.of(options.model());
        var family = new ContentFamily(scorer.threshold());
        options.write(
                new Scoring<>(
                        "texts",
                        "id",
                        scorer.version(),
                        scorer.threshold(),
                        TextTable.read(options.data()).rows(),
                        TextRow::id,
                        row ->
                                modelAlone
                                        ? scorer.score(row.text())
                                        : family.score(row.text(), scorer.score(row.text()))),
                spec.commandLine().getOut());
        return ExitCodes.OK;
    }
}
