/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores rows with a model, labelled or not. */
@Command(
        name = "score",
        description = "Scores rows with a bundle: id,score,verdict, where 0.5 is the threshold.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "numbers|texts",
        subcommands = {ScoreNumbersCommand.class, ScoreTextsCommand.class})
final class ScoreCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to score: numbers or texts");
    }
}
