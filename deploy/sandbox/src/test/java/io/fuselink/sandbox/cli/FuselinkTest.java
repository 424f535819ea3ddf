/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.OperatorError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FuselinkTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path logOfTheTests = LogFile.current();

    @BeforeEach
    void logElsewhere(@TempDir Path directory) {
        LogFile.in(directory);
    }

    @AfterEach
    void logAsBefore() {
        LogFile.use(logOfTheTests);
    }

    @Test
    void helpListsTheCommandsAndEveryExitCode() {
        assertThat(run("--help")).isEqualTo(ExitCodes.OK);

        assertThat(out.toString())
                .contains("servers")
                .contains("Exit codes:")
                .contains("64    wrong usage");
    }

    @Test
    void everyCommandExplainsItself() {
        CommandLine root = captured(Fuselink.commandLine());

        assertThat(root.getSubcommands())
                .isNotEmpty()
                .allSatisfy(
                        (name, command) ->
                                assertThat(root.execute(name, "--help")).isEqualTo(ExitCodes.OK));
    }

    @Test
    void aMisspeltCommandIsOneSentenceWithASuggestion() {
        assertThat(run("server")).isEqualTo(ExitCodes.USAGE);

        assertThat(err.toString())
                .hasLineCount(1)
                .contains("'server'")
                .contains("did you mean")
                .contains("servers");
    }

    @Test
    void noCommandIsWrongUsage() {
        assertThat(run()).isEqualTo(ExitCodes.USAGE);

        assertThat(err.toString())
                .hasLineCount(1)
                .contains("A command is missing; see fuselink --help.");
    }

    @Test
    void aWrongValueNamesTheOptionAndTheCommandsHelp() {
        assertThat(run("servers", "--port-base", "many")).isEqualTo(ExitCodes.USAGE);

        assertThat(err.toString())
                .hasLineCount(1)
                .contains("'--port-base'")
                .contains("many")
                .contains("see fuselink servers --help");
    }

    @Test
    void whatTheOperatorCanPutRightIsOneSentenceWithoutATrace() {
        assertThat(
                        runFailing(
                                OperatorError.badInput(
                                        "Field key.file is empty; name the file of the token key.")))
                .isEqualTo(ExitCodes.BAD_INPUT);

        assertThat(err)
                .hasToString(
                        "fuselink: Field key.file is empty; name the file of the token key."
                                + System.lineSeparator());
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = Path.of("no", "such", "calls.csv");

        assertThat(runFailing(() -> Files.size(missing))).isEqualTo(ExitCodes.BAD_INPUT);

        assertThat(err)
                .hasToString(
                        "fuselink: File "
                                + missing
                                + " does not exist; check the path."
                                + System.lineSeparator());
    }

    @Test
    void anUnexpectedFailureIsOneSentenceAndItsTraceIsInTheLog() throws Exception {
        assertThat(runFailing(new IllegalStateException("the city is flooded")))
                .isEqualTo(ExitCodes.UNEXPECTED);

        assertThat(err.toString())
                .hasLineCount(1)
                .contains("the city is flooded")
                .contains(LogFile.current().toString());
        assertThat(LogFile.current())
                .content()
                .contains("the city is flooded")
                .contains("at io.fuselink.sandbox.cli.FuselinkTest");
    }

    private int run(String... arguments) {
        return captured(Fuselink.commandLine()).execute(arguments);
    }

    private int runFailing(RuntimeException failure) {
        return runFailing(
                () -> {
                    throw failure;
                });
    }

    private int runFailing(Callable<?> work) {
        CommandLine root = Fuselink.commandLine();
        root.addSubcommand(new Failing(work));
        return captured(root).execute("failing");
    }

    private CommandLine captured(CommandLine root) {
        return root.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    }

    @Command(name = "failing")
    private record Failing(Callable<?> work) implements Callable<Object> {
        @Override
        public Object call() throws Exception {
            return work.call();
        }
    }
}
