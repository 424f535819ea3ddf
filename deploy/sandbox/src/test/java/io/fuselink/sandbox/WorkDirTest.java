/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.util.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirTest {

    @Test
    void aTemporaryDirectoryGoesWithItsRun() throws IOException {
        WorkDir work = WorkDir.temporary();
        Files.writeString(
                Files.createDirectories(work.path().resolve("kafka")).resolve("segment"),
                "records");

        work.close();

        assertThat(work.path()).doesNotExist();
    }

    @Test
    void aTemporaryDirectoryStaysWhenItIsWorthALook() throws IOException {
        WorkDir work = WorkDir.temporary();
        Path log = Files.writeString(work.path().resolve("elasticsearch.log"), "died");
        work.keep();

        work.close();

        assertThat(log).hasContent("died");
        FileUtils.deleteDirectory(work.path().toFile());
    }

    @Test
    void theOperatorsDirectoryStaysAndTakesASecondRun(@TempDir Path parent) throws IOException {
        Path chosen = parent.resolve("city");
        try (WorkDir first = WorkDir.kept(chosen)) {
            Files.writeString(first.path().resolve("evidence"), "of the first run");
        }

        try (WorkDir second = WorkDir.kept(chosen)) {
            assertThat(second.path().resolve("evidence")).exists();
        }
    }

    @Test
    void twoRunsCannotShareADirectory(@TempDir Path chosen) {
        try (WorkDir first = WorkDir.kept(chosen)) {
            assertThatThrownBy(() -> WorkDir.kept(chosen))
                    .isInstanceOf(OperatorError.class)
                    .hasMessage(
                            "The work directory %s is in use by another run; stop that one or choose another directory.",
                            first.path());
        }
    }

    @Test
    void aFileIsNoDirectory(@TempDir Path parent) throws IOException {
        Path file = Files.writeString(parent.resolve("notes.txt"), "");

        assertThatThrownBy(() -> WorkDir.kept(file))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("choose one that you may write");
    }
}
