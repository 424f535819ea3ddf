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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin private TrainingOptions options;

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

    @Override
    public Integer call() {
        LogFile.temporary();
        options.requireSense(falsePositives, epochs);
        var progress = Progress.on(System.out);
        var kind = NumberTable.read(options.data()).kind();
        TrainNumbers.run(
                new TrainingPlan(
                        options.data(),
                        options.dev(),
                        out,
                        name != null ? name : kind == BundleKind.SERVING ? "numbers" : kind.key(),
                        options.version(),
                        falsePositives != null ? falsePositives : TrainingPlan.budget(kind),
                        epochs,
                        PATIENCE,
                        options.seed(),
                        options.licenceNote()),
                progress::say);
        return ExitCodes.OK;
    }
}
