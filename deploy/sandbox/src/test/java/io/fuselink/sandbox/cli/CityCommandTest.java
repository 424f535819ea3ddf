/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.city.Truth;
import io.fuselink.sandbox.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityCommandTest {

    @TempDir private Path folder;

    @Test
    void aCityIsWrittenWithItsTruth() throws IOException {
        var run = smallCityInto(folder.resolve("city"));

        var calls = Files.readAllLines(folder.resolve("city/calls.jsonl")).size();
        var truth = Truth.readFrom(folder.resolve("city/truth.json"));
        assertThat(run.exit()).isEqualTo(ExitCodes.OK);
        assertThat(truth.people()).isEqualTo(50);
        assertThat(truth.seed()).isEqualTo(7);
        assertThat(run.out()).contains("%,d calls".formatted(calls)).contains("truth.json");
    }

    @Test
    void aCityMayBeCompressed() {
        smallCityInto(folder, "--gzip");

        assertThat(folder.resolve("calls.jsonl.gz")).isNotEmptyFile();
        assertThat(folder.resolve("calls.jsonl")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --people 50                     | either --out DIR, for files, or --kafka HOST:PORT
                    --out x --kafka y:1             | either --out DIR, for files, or --kafka HOST:PORT
                    --out x --people 49             | --people: 49 is not between 50 and 1000000
                    --out x --hours 25              | --hours: 25.0 is not between 1 and 24
                    --out x --people many           | '--people'
                    --out x --speed 2               | --speed goes with --kafka only
                    --kafka y:1 --gzip              | --gzip goes with --out only
                    --kafka y:1 --speed -1          | --speed -1.0 is below 0
                    """)
    void wrongUsageIsOneSentence(String arguments, String sentence) {
        var run = Run.of(("city " + arguments).split(" ", -1));

        assertThat(run.exit()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).hasLineCount(1).contains(sentence);
    }

    @Test
    void anAddressThatIsNoneIsNamed() {
        var run = Run.of("city", "--kafka", "nowhere");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).hasLineCount(1).contains("--kafka nowhere does not answer");
    }

    @Test
    void aFolderThatIsAFileIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("notes.txt"), "");

        var run = smallCityInto(file);

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).hasLineCount(1).contains(file.toString());
    }

    private static Run smallCityInto(Path folder, String... more) {
        var arguments = new String[more.length + 9];
        var usual = "city --people 50 --hours 1 --seed 7 --out".split(" ", -1);
        System.arraycopy(usual, 0, arguments, 0, usual.length);
        arguments[usual.length] = folder.toString();
        System.arraycopy(more, 0, arguments, usual.length + 1, more.length);
        return Run.of(arguments);
    }
}
