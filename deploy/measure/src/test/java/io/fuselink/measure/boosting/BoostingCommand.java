/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.boosting;

import io.fuselink.models.evaluation.ScoresFile;
import io.fuselink.models.table.NumberTable;
import io.fuselink.models.table.TableException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores rows by boosted trees, so that a report can show them beside a network. */
@Command(
        name = "fuselink bench --boosting",
        description = {
            "Trains XGBoost on the rows a number model learns from, and scores others, for 'evaluate numbers --beside'.",
            "A yardstick: no such model can be published."
        },
        mixinStandardHelpOptions = true)
public final class BoostingCommand implements Callable<Integer> {
    private static final double LIKELIER_THAN_NOT = 0.5;

    @Spec private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "Labelled rows to learn from, .csv or .csv.gz.")
    private Path data;

    @Option(
            names = "--score",
            required = true,
            paramLabel = "FILE",
            description = "Rows to score, .csv or .csv.gz; labels are not needed.")
    private Path scored;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where id,score,verdict go.")
    private Path out;

    public static void main(String[] args) {
        System.exit(new CommandLine(new BoostingCommand()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        try {
            var learnt = NumberTable.read(data);
            var rows = NumberTable.read(scored).requireKind(learnt.kind());
            var trees = BoostedTrees.on(learnt.labelled());
            try (var scores = new ScoresFile(out, rows.idColumn(), LIKELIER_THAN_NOT)) {
                for (var row : rows.rows()) {
                    scores.add(row.rowId(), trees.score(row));
                }
            }
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%,d rows scored by boosted trees; see 'evaluate numbers --beside boosting=%s'%n",
                            rows.rows().size(), out);
            return CommandLine.ExitCode.OK;
        } catch (TableException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
