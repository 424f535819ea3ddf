/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.dashboards.PublishException;
import io.fuselink.events.adapter.MappingException;
import io.fuselink.events.token.TokenKeyException;
import io.fuselink.executors.ExecutorException;
import io.fuselink.jobs.io.ConfigException;
import io.fuselink.models.bundle.BundleException;
import io.fuselink.models.table.TableException;
import io.fuselink.models.training.TrainingException;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.OperatorError;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns every failure of a command into one sentence on standard error and an exit code; traces go to the log file. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        say(
                command,
                "%s%s; see %s --help."
                        .formatted(
                                failure.getMessage().replaceAll("[.\\s]+$", ""),
                                suggestion(failure),
                                command.getCommandSpec().qualifiedName()));
        return ExitCodes.USAGE;
    }

    private static String suggestion(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)
                || unmatched.getSuggestions().isEmpty()) {
            return "";
        }
        return " (did you mean %s?)".formatted(String.join(" or ", unmatched.getSuggestions()));
    }

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult parsed) {
        OperatorError error = operatorError(failure);
        if (error == null) {
            say(
                    command,
                    "unexpected failure (%s); the trace is in %s."
                            .formatted(oneLine(failure), logged(failure)));
            return ExitCodes.UNEXPECTED;
        }
        if (Files.exists(LogFile.current())) {
            LoggerFactory.getLogger(Failures.class).warn("The operator was told", failure);
        }
        say(command, error.getMessage());
        return error.exitCode();
    }

    /** What the operator can put right, or null: the commands' own errors, and files that are not as they should be. */
    private static OperatorError operatorError(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OperatorError error) {
                return error;
            } else if (saysWhatIsWrong(cause)) {
                return OperatorError.badInput(cause.getMessage(), failure);
            } else if (cause instanceof NoSuchFileException file) {
                return OperatorError.badInput(
                        "File " + file.getFile() + " does not exist; check the path.", failure);
            } else if (cause instanceof AccessDeniedException file) {
                return OperatorError.badInput(
                        "File "
                                + file.getFile()
                                + " may not be read or written by this user; check its permissions.",
                        failure);
            } else if (cause instanceof NotDirectoryException file) {
                return OperatorError.badInput(
                        file.getFile() + " is not a directory; choose another path.", failure);
            } else if (cause instanceof FileAlreadyExistsException file) {
                return OperatorError.badInput(
                        file.getFile() + " exists already; choose another path.", failure);
            }
        }
        return null;
    }

    /** Errors of the operator's own making, each one sentence already. */
    private static boolean saysWhatIsWrong(Throwable cause) {
        return cause instanceof TokenKeyException
                || cause instanceof MappingException
                || cause instanceof ConfigException
                || cause instanceof ExecutorException
                || cause instanceof BundleException
                || cause instanceof TableException
                || cause instanceof TrainingException
                || cause instanceof PublishException;
    }

    /** Logs to where the run logged, or elsewhere when the run's directory is gone. */
    private static Path logged(Exception failure) {
        if (!Files.isDirectory(LogFile.current().getParent())) {
            LogFile.temporary();
        }
        LoggerFactory.getLogger(Failures.class).error("Unexpected failure", failure);
        return LogFile.current();
    }

    private static String oneLine(Exception failure) {
        return failure.toString().lines().findFirst().orElse("");
    }

    private static void say(CommandLine command, String sentence) {
        command.getErr().println("fuselink: " + sentence);
    }
}
