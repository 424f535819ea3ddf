/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.sandbox.ExitCodes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndicatorsCommandTest {
    @TempDir private Path folder;

    private Run count(String from, String to, Path outputs) {
        return Run.of(
                "indicators",
                "--from",
                from,
                "--to",
                to,
                "--outputs",
                outputs.toString(),
                "--out",
                folder.resolve("day").toString());
    }

    @Test
    void aDayWithoutAnythingHasFiguresWithoutAValue() {
        var run = count("2026-03-02", "2026-03-03", folder);

        assertThat(run.exit()).isEqualTo(ExitCodes.OK);
        assertThat(run.out()).contains("20 figures written").contains("No document was written");
        assertThat(folder.resolve("day/indicators.json"))
                .content()
                .contains("\"period_start\" : 1772380800000")
                .doesNotContain("\"value\" : \"NaN\"");
        assertThat(folder.resolve("day/ledger.bulk.ndjson")).content().hasLineCount(40);
        assertThat(folder.resolve("day/public.csv")).content().hasLineCount(21);
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        var run = count("2026-03-03", "2026-03-02", folder);

        assertThat(run.exit()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).hasLineCount(1).contains("is not after --from");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        var run = count("2026-03-02", "2026-03-03", folder.resolve("nowhere"));

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).contains("nowhere is not a folder");
    }
}
