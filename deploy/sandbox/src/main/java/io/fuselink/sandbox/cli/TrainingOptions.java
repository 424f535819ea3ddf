/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every training is told: what to learn from, and what the bundle says about itself. */
final class TrainingOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "Labelled rows, .csv or .csv.gz; labelled texts, .jsonl or .jsonl.gz.")
    private Path data;

    @Option(
            names = "--dev",
            paramLabel = "FILE",
            description =
                    "Labelled rows or texts to calibrate and choose the threshold by; without it they are taken out of --data: rows by tenure and time, of texts every seventh by id.")
    private Path dev;

    @Option(
            names = "--model-version",
            paramLabel = "N",
            defaultValue = "1",
            description = "Version of the model (default ${DEFAULT-VALUE}).")
    private int version;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "20260101",
            description =
                    "Seed of weights, of sampling and of all else that is left to chance (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--licence-note",
            paramLabel = "TEXT",
            defaultValue = "Licence of the training data not stated.",
            description = "What the training data allows; the bundle keeps it.")
    private String licenceNote;

    Path data() {
        return data;
    }

    Path dev() {
        return dev;
    }

    int version() {
        return version;
    }

    long seed() {
        return seed;
    }

    String licenceNote() {
        return licenceNote;
    }

    /** Refuses a budget or a number of passes that means nothing; null is a budget nobody has named. */
    void requireSense(Double falsePositives, int epochs) {
        if (epochs < 1) {
            throw new ParameterException(spec.commandLine(), "--epochs " + epochs + " is below 1");
        }
        if (falsePositives != null && !(falsePositives >= 0 && falsePositives <= 1e6)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--false-positives " + falsePositives + " is not between 0 and 1000000");
        }
    }
}
