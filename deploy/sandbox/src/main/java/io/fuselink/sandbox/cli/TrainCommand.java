/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a model; what it learns from is the sub-command's. */
@Command(
        name = "train",
        description = "Trains a model on labelled rows and writes it as a bundle.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "numbers|texts",
        subcommands = {TrainNumbersCommand.class, TrainTextsCommand.class})
final class TrainCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to train: numbers or texts");
    }
}
