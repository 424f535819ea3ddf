/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.jobs.io.JobConfig;
import io.fuselink.jobs.topology.DetectionSettings;
import io.fuselink.sandbox.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectCommandTest {

    @TempDir private Path folder;

    @Test
    void theShippedExampleIsRightAndChangesNothing() {
        var config = JobConfig.load(Path.of("..", "conf", "detect.yml"));

        assertThat(config.kafka().properties()).containsOnlyKeys("bootstrap.servers");
        assertThat(config.elastic().url()).isEqualTo("http://127.0.0.1:9200");
        assertThat(DetectionSettings.streaming().with(config.detection()))
                .isEqualTo(DetectionSettings.streaming());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kafka: {bootstrap.servers: [             | not valid YAML
                    kafka: {bootstrap.server: x}             | kafka.bootstrap.servers is missing
                    {kafka.bootstrap.servers: b, elastik: x} | elastik is not a setting
                    kafka: {bootstrap.servers: nowhere}      | kafka.bootstrap.servers nowhere does not answer
                    """)
    void aMistakeInTheFileIsOneSentence(String yaml, String sentence) throws IOException {
        var file = Files.writeString(folder.resolve("detect.yml"), yaml);

        var run = Run.of("detect", "--config", file.toString());

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).hasLineCount(1).contains(file.toString()).contains(sentence);
    }

    @Test
    void aMissingFileIsNamed() {
        var run = Run.of("detect", "--config", folder.resolve("none.yml").toString());

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).hasLineCount(1).contains("none.yml does not exist");
    }

    @Test
    void wrongUsageIsOneSentence() {
        assertThat(Run.of("detect").err()).hasLineCount(1).contains("--config=FILE");
        assertThat(Run.of("detect", "--config", "x", "--parallelism", "0").err())
                .hasLineCount(1)
                .contains("--parallelism 0 is below 1");
    }
}
