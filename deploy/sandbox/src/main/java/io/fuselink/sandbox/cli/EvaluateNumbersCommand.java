/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.city.Persona;
import io.fuselink.city.Truth;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.evaluation.JudgedRow;
import io.fuselink.models.evaluation.ScoresFile;
import io.fuselink.models.table.Drift;
import io.fuselink.models.table.NumberJudge;
import io.fuselink.models.table.NumberTable;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.OperatorError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges a number model by labelled rows. */
@Command(
        name = "numbers",
        description = "Judges a number model by labelled rows it was not trained on.",
        mixinStandardHelpOptions = true)
final class EvaluateNumbersCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private EvaluationOptions options;

    @Option(
            names = "--beside",
            paramLabel = "NAME=SCORES.csv",
            description =
                    "Another model's id,score of the same rows, to show beside it, such as a baseline's; repeat for more. Scores lie between 0 and 1.")
    private Map<String, Path> beside = new LinkedHashMap<>();

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description =
                    "A city's truth.json: strata are then its personas, and strangers are left out.")
    private Path truth;

    @Override
    public Integer call() throws IOException {
        var model = options.model();
        var judge = judge(model);
        var table = NumberTable.read(options.data());
        var rows = judge.judge(table);
        options.requireLabels(rows, "row", "score numbers");
        var others = new LinkedHashMap<String, List<JudgedRow>>();
        for (var other : beside.entrySet()) {
            others.put(other.getKey(), rescored(rows, other.getValue()));
        }
        var drift = judge.drift(table);
        var figures =
                options.write(
                        model,
                        judge,
                        table.fingerprint(),
                        rows,
                        others,
                        drift.stream().map(Drift::table).toList(),
                        List.of());
        var out = spec.commandLine().getOut();
        out.printf(
                "%s on %,d rows: AUC %.4f, recall %.3f at 1 %% FPR; %,d benign subjects accused at the threshold; %s%n",
                judge.label(),
                rows.size(),
                figures.auc().value(),
                figures.recallAt1Percent().value(),
                figures.harmed(),
                options.report());
        drift.ifPresent(moved -> out.println(moved.line()));
        return ExitCodes.OK;
    }

    private NumberJudge judge(ModelBundle model) throws IOException {
        if (truth == null) {
            return NumberJudge.of(model);
        }
        var known = Truth.readFrom(truth);
        return NumberJudge.of(
                model,
                row -> {
                    var persona = known.personaAt(row.subjectTk(), row.asOf().toEpochMilli());
                    return persona == Persona.OUTSIDER
                            ? null
                            : persona.name().toLowerCase(Locale.ROOT);
                });
    }

    private static List<JudgedRow> rescored(List<JudgedRow> rows, Path file) throws IOException {
        var scores = ScoresFile.read(file);
        return rows.stream()
                .map(
                        row -> {
                            var score = scores.get(row.id());
                            if (score == null) {
                                throw OperatorError.badInput(
                                        "--beside %s has no score for row %s; score the same file with both."
                                                .formatted(file, row.id()));
                            }
                            return row.withScore(score);
                        })
                .toList();
    }
}
