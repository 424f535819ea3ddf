/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.models.features.FeatureRow;
import io.fuselink.models.table.NumberJudge;
import io.fuselink.models.table.NumberTable;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.cli.ScoringOptions.Scoring;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Scores number rows, with or without labels. */
@Command(
        name = "numbers",
        description =
                "Scores rows of export-features, or of the Sichuan table; labels are not needed.",
        mixinStandardHelpOptions = true)
final class ScoreNumbersCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ScoringOptions options;

    @Override
    public Integer call() throws IOException {
        var model = options.model();
        var table = NumberTable.read(options.data()).requireKind(model.manifest().kind());
        var judge = NumberJudge.of(model);
        options.write(
                new Scoring<>(
                        "rows",
                        table.idColumn(),
                        judge.label(),
                        judge.threshold(),
                        table.rows(),
                        FeatureRow::rowId,
                        judge::score),
                spec.commandLine().getOut());
        return ExitCodes.OK;
    }
}
