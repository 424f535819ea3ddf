/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Judges a model by rows whose truth is known. */
@Command(
        name = "evaluate",
        description = "Judges a bundle by labelled rows: metrics.json and report.html.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "numbers|texts",
        subcommands = {EvaluateNumbersCommand.class, EvaluateTextsCommand.class})
final class EvaluateCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to evaluate: numbers or texts");
    }
}
