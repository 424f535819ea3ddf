/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.sandbox.ExitCodes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaksCommandTest {
    @TempDir private Path folder;

    private Run ask(String... more) {
        var arguments = new String[9 + more.length];
        System.arraycopy(
                new String[] {
                    "leaks",
                    "--from",
                    "2026-03-02",
                    "--to",
                    "2026-03-16",
                    "--outputs",
                    folder.toString(),
                    "--out",
                    folder.resolve("leaks").toString()
                },
                0,
                arguments,
                0,
                9);
        System.arraycopy(more, 0, arguments, 9, more.length);
        return Run.of(arguments);
    }

    @Test
    void weeksWithoutABindingAccuseNobody() {
        var run = ask();

        assertThat(run.exit()).isEqualTo(ExitCodes.OK);
        assertThat(run.out()).contains("0 suspects among 0");
        assertThat(folder.resolve("leaks/leaks.json")).content().isEqualTo("[ ]");
    }

    @Test
    void aLimitThatMeansNothingIsRefused() {
        var run = ask("--lift", "0.5");

        assertThat(run.exit()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).hasLineCount(1).contains("--lift 0.5 is below 1");
    }
}
