/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.sandbox.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextCommandsTest {
    @TempDir private Path folder;

    @Test
    void aTextThatCannotBeReadIsNamedByItsLine() throws IOException {
        var data =
                write(
                        "texts.jsonl",
                        "{\"id\":\"a\",\"text\":\"转账\",\"label\":1}\n{\"id\":\"b\"}\n");
        var run = Run.of("train", "texts", "--data", data, "--out", folder + "/b.zip");
        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).contains("texts.jsonl line 2 has no text");
    }

    @Test
    void aModelOfNumbersDoesNotScoreTexts() throws IOException {
        var bundle = folder.resolve("numbers.zip");
        ModelBundle.shipped().write(bundle);
        var data = write("texts.jsonl", "{\"id\":\"a\",\"text\":\"转账\"}\n");
        var run =
                Run.of(
                        "score",
                        "texts",
                        "--bundle",
                        bundle.toString(),
                        "--data",
                        data,
                        "--out",
                        folder + "/s.csv");
        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).contains("of kind serving, not texts");
        assertThat(folder.resolve("s.csv")).doesNotExist();
    }

    @Test
    void whereTheBundleGoesMustBeSaidUnlessNoneIsWritten() {
        var run = Run.of("train", "texts", "--data", "texts.jsonl");
        assertThat(run.exit()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains("--out=BUNDLE.zip");
    }

    private String write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
