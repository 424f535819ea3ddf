/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fuselink.jobs.io.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JobConfigTest {
    @TempDir Path folder;

    @Test
    void aWholeConfigurationIsRead() throws IOException {
        Files.writeString(folder.resolve("key"), "secret");
        var config =
                load(
                        """
                        kafka:
                          bootstrap.servers: a:9092,b:9092
                          security.protocol: SASL_SSL
                        feeds:
                          start: earliest
                          idle-after-ms: 700
                          alignment-drift-ms: 0
                        elastic:
                          url: https://elastic.example:9200
                          api-key-file: key
                        detection:
                          inbox.cap: 200
                        token.key-file: key
                        """);

        assertThat(config.kafka().properties())
                .containsEntry("bootstrap.servers", "a:9092,b:9092")
                .containsEntry("security.protocol", "SASL_SSL");
        assertThat(config.kafka().start()).isEqualTo(KafkaSettings.Start.EARLIEST);
        assertThat(config.kafka().idleAfterMs()).isEqualTo(700);
        assertThat(config.kafka().alignmentDriftMs()).isZero();
        assertThat(config.elastic().apiKeyFile()).isEqualTo(folder.resolve("key").toString());
        assertThat(config.detection()).containsEntry("inbox.cap", "200");
        assertThat(config.tokenKeyFile()).contains(folder.resolve("key"));
    }

    @Test
    void brokersAreEnoughForAJobWithoutElasticsearch() throws IOException {
        var config = load("kafka.bootstrap.servers: localhost:9092");

        assertThat(config.kafka().start()).isEqualTo(KafkaSettings.Start.COMMITTED);
        assertThat(config.tokenKeyFile()).isEmpty();
        assertThatThrownBy(config::elastic)
                .isInstanceOf(ConfigException.class)
                .hasMessageEndingWith("elastic.url is missing; add it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    elastic.url: http://e:9200              | kafka.bootstrap.servers is missing
                    kafak.bootstrap.servers: x              | kafak.bootstrap.servers is not a setting
                    elastic.urls: x                         | elastic.urls is not a setting
                    feeds.start: latest                     | feeds.start must be
                    feeds.idle-after-ms: soon               | feeds.idle-after-ms must be
                    feeds.alignment-drift-ms: -1            | feeds.alignment-drift-ms must be
                    elastic.url: e:9200                     | elastic.url must be
                    elastic.user: u                         | elastic.url is missing
                    token.key-file: nowhere                 | token.key-file names
                    kafka.client.id:                        | kafka.client.id must have one value
                    kafka: {a: [1, 2]}                      | kafka.a must have one value
                    """)
    void aMistakeIsNamedWithFileAndKey(String line, String sentence) {
        var yaml =
                sentence.startsWith("kafka.bootstrap")
                        ? line
                        : "kafka.bootstrap.servers: b\n" + line;

        assertThatThrownBy(() -> load(yaml))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("job.yml: " + sentence);
    }

    @Test
    void brokenYamlIsToldByItsLineWithoutQuotingIt() {
        assertThatThrownBy(() -> load("kafka:\n  sasl.password: secret\n oops: [\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("job.yml: not valid YAML in line")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aMissingFileAndAMissingArgumentAreTold() {
        assertThatThrownBy(() -> JobConfig.load(folder.resolve("none.yml")))
                .hasMessageContaining("none.yml does not exist");
        assertThatThrownBy(JobConfig::fromArguments).hasMessageContaining("--config FILE");
        assertThatThrownBy(() -> load("")).hasMessageContaining("holds no settings");
    }

    @Test
    void secretsOfTheClientsAreNotPrinted() throws IOException {
        var config = load("kafka: {bootstrap.servers: b, sasl.jaas.config: secret}");

        assertThat(config.kafka()).asString().doesNotContain("secret");
    }

    private JobConfig load(String yaml) throws IOException {
        return JobConfig.load(Files.writeString(folder.resolve("job.yml"), yaml));
    }
}
