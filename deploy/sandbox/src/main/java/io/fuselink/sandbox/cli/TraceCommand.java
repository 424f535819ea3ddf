/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.events.numbering.NumberClassifier;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.trace.Timeline;
import io.fuselink.sandbox.trace.TracedNumber;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One number from its allocation to its end. */
@Command(
        name = "trace",
        description = {
            "Tells everything that was told about one number, eldest first: who owns its range, who held it, how it was bound, what was found, decided and done.",
            "One JSON line each. It reads the topics of a deployment, or with --outputs the files of a replay and a city. Owners of ranges are known by digits only."
        },
        mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec private CommandSpec spec;
    @Mixin private ToldOptions told;
    @Mixin private KeyOptions key;

    @Parameters(paramLabel = "NUMBER", description = "Digits or a token.")
    private String typed;

    @Option(names = "--calls", description = "Its calls, too.")
    private boolean withCalls;

    @Override
    public Integer call() throws Exception {
        var number = number();
        LogFile.temporary();
        var printer = spec.commandLine().getOut();
        var moments = Timeline.of(told.told(), number, withCalls);
        for (var moment : moments) {
            printer.println(JSON.writeValueAsString(moment));
        }
        if (moments.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("fuselink: nothing was told about this number here.");
        }
        return ExitCodes.OK;
    }

    private TracedNumber number() {
        if (Tokenizer.isToken(typed)) {
            return new TracedNumber(Set.of(typed), null);
        }
        var number = new NumberClassifier().classify(typed);
        if (!number.joinable()) {
            throw OperatorError.badInput(
                    "%s stands for nobody; give a whole number or a token of 32 lower-case hex digits."
                            .formatted(number.display() == null ? "NUMBER" : number.display()));
        }
        return new TracedNumber(
                Set.copyOf(key.tokenizer().tokens(number.canonical())),
                NumberClassifier.dialled(number.canonical()));
    }
}
