/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.sandbox.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecuteCommandTest {
    private static final String LEAST =
            "kafka: {bootstrap.servers: \"127.0.0.1:1\"}\njournal: limits.journal\n";

    @TempDir private Path folder;

    private Run execute(String yaml, String... more) throws IOException {
        var file = Files.writeString(folder.resolve("execute.yml"), yaml).toString();
        var arguments = new ArrayList<>(List.of("execute", "--party", "p", "--config", file));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    @Test
    void aFieldThatIsWrongIsNamedBeforeAnythingStarts() throws IOException {
        var run = execute(LEAST + "retry: {attemts: 3}\n");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).hasLineCount(1).contains("retry.attemts is not a setting");
    }

    @Test
    void aMissingConfigurationIsNamed() {
        var run = Run.of("execute", "--party", "p", "--config", "nowhere.yml");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).contains("nowhere.yml does not exist");
    }

    @Test
    void anInventoryWithAWrongLineIsRefusedWithoutQuotingIt() throws IOException {
        var numbers = Files.writeString(folder.resolve("numbers"), "13912345678\nZhang San\n");
        var run = execute(LEAST, "--inventory", numbers.toString(), "--sandbox-key");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).contains("numbers:2 is neither").doesNotContain("Zhang");
    }

    @Test
    void aPlatformsTargetNeedsThePartysNumbers() throws IOException {
        Files.writeString(folder.resolve("secret"), "s");
        var run =
                execute(
                        LEAST
                                + "target: {kind: aliyun, aliyun: {access-key-id: k, access-key-secret-file: secret, pool-key: p}}\n");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).contains("--inventory FILE");
    }
}
