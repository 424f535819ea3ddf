/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.city.Incident;
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
    void aBadDayAtTheGatewaysIsWrittenAsItWasAskedFor() throws IOException {
        smallCityInto(
                folder,
                "--incident",
                "silent-bind",
                "--intensity",
                "0.2",
                "--tempo",
                "0.5",
                "--faults",
                "none",
                "--duplicated",
                "calls=0.5",
                "--garbage",
                "cdrs=0.1",
                "--late",
                "calls=0.01",
                "--shuffled",
                "cdrs=0.2",
                "--silent",
                "transcripts=0..1",
                "--clock-skew",
                "-90000");

        var truth = Truth.readFrom(folder.resolve("truth.json"));
        assertThat(truth.incident()).isEqualTo(Incident.SILENT_BIND);
        assertThat(truth.intensity()).isEqualTo(0.2);
        assertThat(truth.records()).doesNotContainKey("transcripts");
        assertThat(truth.faults().duplicates()).containsOnlyKeys("calls");
        assertThat(truth.faults().garbage()).containsOnlyKeys("cdrs");
        assertThat(truth.faults().heldUp()).containsOnlyKeys("calls");
        assertThat(truth.faults().shuffled()).containsOnlyKeys("cdrs");
        assertThat(truth.faults().lost()).containsOnlyKeys("transcripts");
        assertThat(truth.faults().wrongClock()).isNotEmpty();
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
                    --out x --people 49             | --people: 49 is not between 50 and 10000000;
                    --out x --hours 25              | --hours: 25.0 is not between 1 and 24
                    --out x --people many           | '--people'
                    --out x --intensity 2           | --intensity: 2.0 is not between 0 (polite) and 1 (blatant)
                    --out x --incident earthquake   | --incident: earthquake is not one of none, bad-threshold
                    --out x --tempo 0               | --tempo: 0.0 is not between 0.01 and 100
                    --out x --faults some           | '--faults'
                    --out x --duplicated calls=2    | --duplicated of calls: 2.0 is not between 0 and 1
                    --out x --late calls=-1         | --late of calls: -1.0 is not between 0 and 1
                    --out x --garbage faxes=0.1     | 'faxes' is not a feed; the feeds are
                    --out x --shuffled calls        | '--shuffled'
                    --out x --silent calls=0.5      | '0.5' is no stretch FROM..UNTIL
                    --out x --silent calls=0.5..0.2 | '0.5..0.2' is no stretch FROM..UNTIL
                    --out x --clock-skew soon       | '--clock-skew'
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
