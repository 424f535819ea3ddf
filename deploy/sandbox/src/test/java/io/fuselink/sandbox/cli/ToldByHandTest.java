/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.TemporaryDirectory;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code decide}, {@code push} and {@code report} refuse before any broker hears of it. */
class ToldByHandTest {

    private static final String BUNDLE = "0123456789abcdef0123456789abcdef";
    private static final String PUSH =
            "push --kafka nowhere --case c --authority 440100 --instruction BLOCK --legal-basis law --seal s";
    private static final String REPORT =
            "report --kafka nowhere --category FRAUD --call-time 2026-03-02T01:00:00Z --sandbox-key";

    @TempDir private Path temporary;
    private TemporaryDirectory elsewhere;

    @BeforeEach
    void meetNoSandbox() {
        elsewhere = TemporaryDirectory.of(temporary);
    }

    @AfterEach
    void asBefore() {
        elsewhere.close();
    }

    @Test
    void withoutSandboxOrAddressThereIsNobodyToTell() {
        var run = words("decide APPROVE " + BUNDLE + " --by wang --reason seen");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("You have no sandbox running")
                .contains("--kafka HOST:PORT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    decide                                                | 'VERB'
                    decide APROVE x --by a --reason b                     | REVERIFY_PASSED
                    decide APPROVE bundle-1 --by a --reason b             | ID 'bundle-1' is no id
                    decide APPROVE 0123456789abcdef0123456789abcdef       | '--by=NAME'
                    push --target 110                                     | '--legal-basis=TEXT'
                    report --call-time yesterday                          | 'yesterday' is no time with a zone
                    """)
    void wrongUsageIsOneSentence(String arguments, String sentence) {
        var run = words(arguments);

        assertThat(run.exit()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).hasLineCount(1).contains(sentence);
    }

    @Test
    void aReasonMustBeGiven() {
        var run = Run.of("decide", "APPROVE", BUNDLE, "--by", "wang", "--reason", " ");

        assertThat(run.exit()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).hasLineCount(1).contains("--reason is empty");
    }

    @Test
    void aNumberThatStandsForNobodyIsShownMasked() {
        var run = words(REPORT + " --reporter 13800138000 --target 139****9000");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("--target 139******00 stands for nobody (MASKED");
    }

    @Test
    void digitsOfAnAccountAreNoNumber() {
        var run = words(PUSH + " --type ACCOUNT --target 6222020200112233445");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("--target of --type ACCOUNT must be a token")
                .doesNotContain("6222");
    }

    @Test
    void anAddressThatIsNoneIsNamed() {
        var run = words("decide LIFT " + BUNDLE + " --kafka nowhere --by wang --reason wrong");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).hasLineCount(1).contains("--kafka nowhere does not answer");
    }

    @Test
    void whatBreaksTheContractIsNotSent() {
        var run =
                Run.of(
                        "decide",
                        "LIFT",
                        BUNDLE,
                        "--kafka",
                        "nowhere",
                        "--by",
                        "w".repeat(501),
                        "--reason",
                        "wrong");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).hasLineCount(1).contains("(by is outside its range");
    }

    private static Run words(String commandLine) {
        return Run.of(commandLine.split(" ", -1));
    }
}
