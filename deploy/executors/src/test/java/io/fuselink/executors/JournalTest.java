/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import static io.fuselink.executors.Commands.MINUTE;
import static io.fuselink.executors.Commands.NINE;
import static io.fuselink.executors.Commands.block;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("limits.journal");
    }

    private static Limit limit(String leg, Standing standing, long at) {
        return new Limit(
                block(leg, 1, NINE + MINUTE), List.of("13912345678"), standing, "why", at, false);
    }

    private void write(Limit... limits) throws IOException {
        try (var journal = Journal.open(file, NINE)) {
            for (var limit : limits) {
                journal.write(limit);
            }
        }
    }

    @Test
    void whatWasWrittenIsThereAfterwardsAndTheLastWordStands() throws IOException {
        var inForce = limit("leg-1", Standing.IN_FORCE, NINE + 1);
        write(limit("leg-1", Standing.TAKEN, NINE), inForce);

        try (var journal = Journal.open(file, NINE)) {
            assertThat(journal.limits()).containsExactly(inForce);
        }
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        write(limit("leg-1", Standing.IN_FORCE, NINE));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aLineHalfWrittenWhenThePowerFailedIsDropped() throws IOException {
        var whole = limit("leg-1", Standing.IN_FORCE, NINE);
        write(whole);
        Files.writeString(file, "{\"order\":{\"leg_id\":\"leg-2", StandardOpenOption.APPEND);

        try (var journal = Journal.open(file, NINE)) {
            assertThat(journal.limits()).containsExactly(whole);
        }
        write(limit("leg-3", Standing.TAKEN, NINE));
        try (var journal = Journal.open(file, NINE)) {
            assertThat(journal.limits()).extracting(Limit::legId).containsExactly("leg-1", "leg-3");
        }
    }

    @Test
    void aDamagedLineInTheMiddleIsNamedAndNothingStarts() throws IOException {
        write(limit("leg-1", Standing.IN_FORCE, NINE));
        Files.writeString(file, "what is this\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> Journal.open(file, NINE))
                .isInstanceOf(ExecutorException.class)
                .hasMessageContaining("limits.journal is damaged in line 2");
    }

    @Test
    void twoExecutorsCannotShareOne() throws IOException {
        try (var journal = Journal.open(file, NINE)) {
            assertThat(journal.limits()).isEmpty();
            assertThatThrownBy(() -> Journal.open(file, NINE))
                    .isInstanceOf(ExecutorException.class)
                    .hasMessageContaining("Another executor has the journal");
        }
    }

    @Test
    void whatIsLongOverIsForgottenAndWhatIsInForceNever() throws IOException {
        write(limit("leg-over", Standing.LIFTED, NINE), limit("leg-on", Standing.IN_FORCE, NINE));

        try (var journal = Journal.open(file, NINE + Journal.KEPT.toMillis() + 1)) {
            assertThat(journal.limits()).extracting(Limit::legId).containsExactly("leg-on");
        }
    }
}
