/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Feed;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.Servers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A carrier's topics are checked where they lie. */
class CheckFeedITCase {
    private static final Path DAMAGED = Path.of("src/test/resources/io/fuselink/sandbox/check");
    private static final String KAFKA = Servers.kafka().bootstrapServers();

    private FeedTopics topics;

    @BeforeEach
    void openTheTopics() {
        topics = FeedTopics.create();
    }

    @AfterEach
    void closeThem() {
        topics.close();
    }

    @Test
    void topicsAreReadToTheirEndAndCheckedAgainstEachOther() throws IOException {
        write(Feed.CALLS);
        write(Feed.CDRS);

        var run = Run.of("check-feed", "--bootstrap-servers", KAFKA, "cdrs", "calls");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.out())
                .contains("fuselink.calls.v1 as calls")
                .contains("20 records")
                .contains("1 CALL_WITHOUT_SETUP")
                .contains("0@4: ANSWER without SETUP")
                .contains("0@0: not answered, but ANSWER was sent");
    }

    @Test
    void whoeverListensHearsOnlyWhatComes() throws IOException {
        write(Feed.CALLS);

        var run = Run.of("check-feed", "--kafka", KAFKA, "--seconds", "1", "calls");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCodes.OK);
        assertThat(run.out()).contains("0 records");
    }

    @Test
    void aTopicThatIsNotThereIsNamed() {
        var run = Run.of("check-feed", "--kafka", KAFKA, "--topic", "theirs", "calls");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).hasLineCount(1).contains("theirs");
    }

    private static void write(Feed feed) throws IOException {
        var lines = Files.readAllLines(DAMAGED.resolve("damaged-" + feed.wireName() + ".jsonl"));
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", KAFKA, "linger.ms", 0),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (var line : lines) {
                producer.send(
                        new ProducerRecord<>(feed.topic(), line.getBytes(StandardCharsets.UTF_8)));
            }
            producer.flush();
        }
    }
}
