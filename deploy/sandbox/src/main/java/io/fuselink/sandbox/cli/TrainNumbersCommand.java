/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.table.NumberTable;
import io.fuselink.models.training.TrainNumbers;
import io.fuselink.models.training.TrainingPlan;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.Progress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The number model, from an export or from the Sichuan table; the header tells which. */
@Command(
        name = "numbers",
        description = {
            "Trains the number model on rows of export-features, or on the Sichuan table.",
            "The same rows and seed give the same file on one machine."
        },
        mixinStandardHelpOptions = true)
final class TrainNumbersCommand implements Callable<Integer> {
    private static final int PATIENCE = 12;

    @Spec private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "Labelled rows, .csv or .csv.gz.")
    private Path data;

    @Option(
            names = "--dev",
            paramLabel = "FILE",
            description =
                    "Labelled rows to calibrate and choose the threshold by; without it they are taken out of --data, by tenure and time.")
    private Path dev;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "BUNDLE.zip",
            description = "Where the bundle goes.")
    private Path out;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name of the model, as findings carry it (default numbers, or sichuan).")
    private String name;

    @Option(
            names = "--model-version",
            paramLabel = "N",
            defaultValue = "1",
            description = "Version of the model (default ${DEFAULT-VALUE}).")
    private int version;

    @Option(
            names = "--false-positives",
            paramLabel = "N",
            description =
                    "Benign rows per million that may reach the threshold (default 100; 10000 for the Sichuan table).")
    private Double falsePositives;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "200",
            description = "Passes over the rows at most (default ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "20260101",
            description = "Seed of weights and shuffling (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--licence-note",
            paramLabel = "TEXT",
            defaultValue = "Licence of the training data not stated.",
            description = "What the training data allows; the bundle keeps it.")
    private String licenceNote;

    @Override
    public Integer call() {
        LogFile.temporary();
        if (epochs < 1) {
            throw new ParameterException(spec.commandLine(), "--epochs " + epochs + " is below 1");
        }
        if (falsePositives != null && !(falsePositives >= 0 && falsePositives <= 1e6)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--false-positives " + falsePositives + " is not between 0 and 1000000");
        }
        var progress = Progress.on(System.out);
        var kind = NumberTable.read(data).kind();
        TrainNumbers.run(
                new TrainingPlan(
                        data,
                        dev,
                        out,
                        name != null ? name : kind == BundleKind.SERVING ? "numbers" : kind.key(),
                        version,
                        falsePositives != null ? falsePositives : TrainingPlan.budget(kind),
                        epochs,
                        PATIENCE,
                        seed,
                        licenceNote),
                progress::say);
        return ExitCodes.OK;
    }
}
