/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.models.texts.TextJudge;
import io.fuselink.models.texts.TextTable;
import io.fuselink.sandbox.ExitCodes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Judges a text model by labelled texts, by source. */
@Command(
        name = "texts",
        description =
                "Judges a text model by labelled texts it was not trained on, by source and by type.",
        mixinStandardHelpOptions = true)
final class EvaluateTextsCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private EvaluationOptions options;

    @Override
    public Integer call() throws IOException {
        var model = options.model();
        var judge = TextJudge.of(model);
        var table = TextTable.read(options.data());
        var rows = judge.judge(table);
        options.requireLabels(rows, "text", "score texts");
        var family = new ContentFamily(judge.threshold());
        var fused = family.judged(rows, table.rows());
        var bySource = family.table(rows, fused);
        var figures =
                options.write(
                        model,
                        judge,
                        table.fingerprint(),
                        rows,
                        Map.of("with phrases and slots", fused),
                        List.of(bySource),
                        List.of(
                                "Texts of a source the model was trained on flatter it; judge by sources it has not seen."));
        var out = spec.commandLine().getOut();
        out.printf(
                "%s on %,d texts: AUC %.4f, recall %.3f and %,d normal texts accused at the threshold; %s%n",
                judge.label(),
                rows.size(),
                figures.auc().value(),
                figures.recall().value(),
                figures.harmed(),
                options.report());
        out.println(String.join(" | ", bySource.header()));
        bySource.rows().forEach(row -> out.println(String.join(" | ", row)));
        return ExitCodes.OK;
    }
}
