/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.models.evaluation.ReportTable;
import io.fuselink.models.training.TextPlan;
import io.fuselink.models.training.TrainTexts;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.Progress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The text model, from texts of several sources. */
@Command(
        name = "texts",
        description = {
            "Trains the text model on labelled texts: {id, text, source, label, type} a line; label 1 is fraud.",
            "The project's own rehearsed lines are learnt beside them. The same rows and seed give the same file on one machine."
        },
        mixinStandardHelpOptions = true)
final class TrainTextsCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private TrainingOptions options;

    @Option(
            names = "--out",
            paramLabel = "BUNDLE.zip",
            description = "Where the bundle goes; not needed with --leave-one-source-out.")
    private Path out;

    @Option(
            names = "--leave-one-source-out",
            description =
                    "Writes no bundle: trains once for each source without it and prints how the model does on it.")
    private boolean leaveOneSourceOut;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "texts",
            description = "Name of the model, as findings carry it (default ${DEFAULT-VALUE}).")
    private String name;

    @Option(
            names = "--false-positives",
            paramLabel = "N",
            defaultValue = "" + TextPlan.BUDGET,
            description =
                    "Normal dev texts per million that may reach the threshold (default ${DEFAULT-VALUE}).")
    private double falsePositives;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "" + TextPlan.EPOCHS,
            description = "Passes over the texts (default ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--networks",
            paramLabel = "N",
            defaultValue = "" + TextPlan.NETWORKS,
            description =
                    "Networks to train, each with chances of its own; their log-odds are averaged (default ${DEFAULT-VALUE}).")
    private int networks;

    @Option(
            names = "--rehearsal",
            paramLabel = "N",
            defaultValue = "" + TextPlan.REHEARSAL,
            description =
                    "Rehearsed texts of each class to learn beside the data (default ${DEFAULT-VALUE}).")
    private int rehearsal;

    @Override
    public Integer call() {
        LogFile.temporary();
        refuseNonsense();
        var progress = Progress.on(System.out);
        var plan =
                new TextPlan(
                        options.data(),
                        options.dev(),
                        out,
                        name,
                        options.version(),
                        falsePositives,
                        epochs,
                        networks,
                        rehearsal,
                        options.seed(),
                        options.licenceNote());
        if (leaveOneSourceOut) {
            print(TrainTexts.leaveOneSourceOut(plan, progress::say));
        } else {
            TrainTexts.run(plan, progress::say);
        }
        return ExitCodes.OK;
    }

    private void refuseNonsense() {
        if (out == null && !leaveOneSourceOut) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required option: '--out=BUNDLE.zip'");
        }
        options.requireSense(falsePositives, epochs);
        if (networks < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--networks " + networks + " is below 1");
        }
        if (rehearsal < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--rehearsal " + rehearsal + " is below 0");
        }
    }

    private void print(ReportTable table) {
        var to = spec.commandLine().getOut();
        to.println(table.note());
        to.println(String.join(" | ", table.header()));
        table.rows().forEach(row -> to.println(String.join(" | ", row)));
    }
}
