/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningSandboxTest {

    private static final RunningSandbox HERE =
            RunningSandbox.here(
                    "127.0.0.1:9092",
                    "http://127.0.0.1:9200",
                    "http://127.0.0.1:8081",
                    1_000_000,
                    5_000,
                    60);

    @TempDir private Path temporary;
    private TemporaryDirectory elsewhere;

    @BeforeEach
    void noteElsewhere() {
        elsewhere = TemporaryDirectory.of(temporary);
    }

    @AfterEach
    void noteAsBefore() {
        elsewhere.close();
    }

    @Test
    void otherCommandsFindTheSandboxUntilItEnds() {
        assertThat(RunningSandbox.read()).isEmpty();

        HERE.write();
        assertThat(RunningSandbox.read()).contains(HERE);

        RunningSandbox.delete();
        assertThat(RunningSandbox.read()).isEmpty();
    }

    @Test
    void itsCityMovesAtItsOwnSpeed() {
        assertThat(HERE.cityTime(5_000)).isEqualTo(1_000_000);
        assertThat(HERE.cityTime(6_000)).isEqualTo(1_060_000);
    }

    @Test
    void whatAKilledSandboxLeftBehindDoesNotCount() {
        ofProcess(Long.MAX_VALUE).write();

        assertThat(RunningSandbox.read()).isEmpty();
    }

    @Test
    void aSandboxThatEndsLeavesTheNoteOfALaterOne() {
        var later = ofProcess(ProcessHandle.current().parent().orElseThrow().pid());
        later.write();

        RunningSandbox.delete();

        assertThat(RunningSandbox.read()).contains(later);
    }

    @Test
    void onlyThisUserMayReadTheNote() throws IOException {
        HERE.write();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aBrokenNoteIsNamed() throws IOException {
        HERE.write();
        Files.writeString(note(), "kafka=127.0.0.1:9092");

        assertThatThrownBy(RunningSandbox::read)
                .isInstanceOf(OperatorError.class)
                .hasMessage(
                        note() + " is not readable as the note of a running sandbox; remove it.");
    }

    private Path note() throws IOException {
        try (var directories = Files.list(temporary)) {
            return directories.findFirst().orElseThrow().resolve("sandbox.properties");
        }
    }

    private static RunningSandbox ofProcess(long pid) {
        return new RunningSandbox(
                HERE.kafka(),
                HERE.elastic(),
                HERE.flink(),
                HERE.cityStartMs(),
                HERE.startedAtMs(),
                HERE.speed(),
                pid);
    }
}
