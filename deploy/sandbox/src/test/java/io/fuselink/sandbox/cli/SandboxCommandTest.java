/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.sandbox.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is said before a server starts. */
class SandboxCommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --people 49                     | --people: 49 is not between 50 and 10000000
                    --hours 0                       | --hours: 0.0 is not between 1 and 24
                    --intensity -1                  | --intensity: -1.0 is not between 0 (polite) and 1 (blatant)
                    --incident flood                | --incident: flood is not one of none, bad-threshold
                    --tempo 101                     | --tempo: 101.0 is not between 0.01 and 100
                    --late calls=0.1                | '--late'
                    """)
    void wrongUsageIsOneSentence(String arguments, String sentence) {
        var run = Run.of(("sandbox " + arguments).split(" ", -1));

        assertThat(run.exit()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).hasLineCount(1).contains(sentence);
    }

    @Test
    void onceNeedsAFolder() {
        var run = Run.of("sandbox", "--once");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).hasLineCount(1).contains("--once needs --out DIR");
    }
}
