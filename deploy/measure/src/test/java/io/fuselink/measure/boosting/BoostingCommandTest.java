/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.models.evaluation.ScoresFile;
import io.fuselink.models.features.SichuanFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Trees that learn what is plain, from rows with gaps. */
class BoostingCommandTest {
    @TempDir Path folder;

    @Test
    void whoCallsManyStrangersScoresHighAndAGapIsNoObstacle() throws IOException {
        var train = table("train.csv", 400);
        var scores = folder.resolve("scores.csv");

        var exit = run("--data", train, "--score", table("dev.csv", 4), "--out", scores.toString());

        assertThat(exit).isZero();
        var read = ScoresFile.read(scores);
        assertThat(read.get("n1")).isGreaterThan(0.7);
        assertThat(read.get("n2")).isLessThan(0.3);
    }

    @Test
    void aFileThatIsNoTableIsRefusedWithItsName() throws IOException {
        var odd = Files.writeString(folder.resolve("odd.csv"), "what,is,this\n1,2,3\n").toString();

        assertThat(run("--data", odd, "--score", odd, "--out", folder + "/s.csv"))
                .isEqualTo(CommandLine.ExitCode.USAGE);
    }

    private static int run(String... arguments) {
        return new CommandLine(new BoostingCommand()).execute(arguments);
    }

    /** Every odd number calls a thousand strangers, every even one twenty friends; fees are unknown. */
    private String table(String name, int rows) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("num_id," + String.join(",", SichuanFeatures.COLUMNS) + ",label");
        for (int i = 1; i <= rows; i++) {
            var odd = i % 2 == 1;
            var values = new ArrayList<String>(List.of("n" + i));
            for (var column : SichuanFeatures.COLUMNS) {
                values.add(
                        column.startsWith("arpu")
                                ? ""
                                : column.equals("opposite_unique")
                                        ? String.valueOf((odd ? 1000 : 20) + i % 7)
                                        : String.valueOf(2000 + i % 5));
            }
            values.add(odd ? "1" : "0");
            lines.add(String.join(",", values));
        }
        return Files.write(folder.resolve(name), lines).toString();
    }
}
