/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.sandbox.BuildOutput;
import io.fuselink.sandbox.ExitCodes;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line {@code ./fuselink}: one sub-command for each thing an operator does. */
@Command(
        name = "fuselink",
        description =
                "Streaming anti-fraud for telephone networks: finds high-risk numbers and breaks the circuit.",
        mixinStandardHelpOptions = true,
        versionProvider = Fuselink.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        // Every command is registered here and nowhere else.
        subcommands = {
            SandboxCommand.class,
            BenchCommand.class,
            DetectCommand.class,
            ReplayCommand.class,
            ExportFeaturesCommand.class,
            RehearseCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            ScoreCommand.class,
            CompareCommand.class,
            PublishModelCommand.class,
            RollbackModelCommand.class,
            CityCommand.class,
            ClassifyCommand.class,
            ReadCommand.class,
            CheckFeedCommand.class,
            AdaptCommand.class,
            DecideCommand.class,
            PushCommand.class,
            ReportCommand.class,
            PublishPolicyCommand.class,
            ExecuteCommand.class,
            EvidenceKeyCommand.class,
            SealEvidenceCommand.class,
            VerifyEvidenceCommand.class,
            IndicatorsCommand.class,
            LeaksCommand.class,
            TraceCommand.class,
            DelaysCommand.class,
            PublishDashboardsCommand.class,
            ServersCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCodes.OK + ":done",
            ExitCodes.UNEXPECTED + ":unexpected failure; the message names the log file",
            ExitCodes.BAD_INPUT + ":bad input or configuration, or violations were found",
            ExitCodes.ENVIRONMENT
                    + ":this machine is not suitable: platform, JDK, ports, permissions",
            ExitCodes.USAGE + ":wrong usage of the command line",
            "130:stopped with Ctrl-C"
        },
        footer = {
            "",
            "fuselink COMMAND --help explains a command.",
            "FUSELINK_JAVA_OPTS holds more options for the JVM, such as -Xmx4g."
        })
public final class Fuselink implements Runnable {

    @Spec private CommandSpec spec;

    public static void main(String[] args) {
        // The console's own charset depends on the locale; numbers' reasons are Chinese.
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine root = new CommandLine(new Fuselink());
        root.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
        Failures failures = new Failures();
        return root.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"fuselink " + BuildOutput.version()};
        }
    }
}
