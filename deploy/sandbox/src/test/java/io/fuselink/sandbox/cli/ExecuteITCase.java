/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Action;
import io.fuselink.events.ActionType;
import io.fuselink.events.Command;
import io.fuselink.events.Feed;
import io.fuselink.events.Output;
import io.fuselink.events.PartyType;
import io.fuselink.events.TargetType;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.executors.ActionDesk;
import io.fuselink.executors.ExecutorConfig;
import io.fuselink.executors.Inventory;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G21: a party acts, and its limits end on time, with a real broker and no Flink anywhere. */
class ExecuteITCase {
    private static final String KAFKA = Servers.kafka().bootstrapServers();
    private static final String PARTY = "carrier-prompt";
    private static final String MINE = Tokenizer.sandbox().token("CN:M:13900139000");
    private static final String STRANGE = Tokenizer.sandbox().token("CN:M:13800138000");
    private static final String LEG = "fedcba9876543210fedcba987654321";

    private static final long BEGIN = 1_767_229_200_000L;
    private static final long END = BEGIN + 600_000;

    /** The wall clock, as the party's machine has it. */
    private final AtomicLong clock = new AtomicLong(BEGIN);

    @TempDir private Path folder;
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
    void limitsEndByTheWallClockWhileNothingElseRuns() throws Exception {
        send(block(0, MINE), block(1, STRANGE));

        try (var running = run()) {
            assertThat(answers(3))
                    .containsExactlyInAnyOrder(
                            LEG + "0 ACKED", LEG + "0 EFFECTIVE", LEG + "1 REJECTED");
            clock.set(END);
            assertThat(answers(4)).last().isEqualTo(LEG + "0 EXPIRED");
            running.stop();
        }
    }

    @Test
    void whoWasDownWhenALimitEndedLiftsItAtOnceWhenItIsBack() throws Exception {
        send(block(0, MINE));
        try (var running = run()) {
            assertThat(answers(2)).containsExactly(LEG + "0 ACKED", LEG + "0 EFFECTIVE");
            running.stop();
        }

        clock.set(END + 3_600_000);
        try (var running = run()) {
            assertThat(answers(4).subList(2, 4))
                    .containsExactly(LEG + "0 EFFECTIVE", LEG + "0 EXPIRED");
            running.stop();
        }
    }

    @Test
    void aMissingTopicIsNamedAtTheStart() throws IOException {
        topics.close();

        var run = Run.of("execute", "--party", PARTY, "--config", config().toString());

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).hasLineCount(1).contains("has no topic fuselink.acks.v1");
        topics = FeedTopics.create();
    }

    private Path config() throws IOException {
        return Files.writeString(
                folder.resolve("execute.yml"),
                """
                kafka:
                  bootstrap.servers: "%s"
                  group.id: "%s"
                journal: limits.journal
                """
                        .formatted(KAFKA, "execute-" + folder.getFileName()));
    }

    private Running run() throws IOException {
        var numbers = Files.writeString(folder.resolve("numbers"), "13900139000\n");
        return new Running(
                ActionDesk.open(
                        PARTY,
                        ExecutorConfig.load(config(), Map.of()),
                        Inventory.read(numbers, Tokenizer.sandbox()),
                        () -> Instant.ofEpochMilli(clock.get()),
                        line -> {}));
    }

    /** An executor at work; closing it hands its journal over to the next. */
    private static final class Running implements AutoCloseable {
        private final ActionDesk desk;
        private final Thread thread;

        Running(ActionDesk desk) {
            this.desk = desk;
            this.thread = new Thread(desk, "execute");
            thread.start();
        }

        void stop() throws InterruptedException {
            desk.close();
            thread.join();
        }

        @Override
        public void close() throws InterruptedException {
            stop();
        }
    }

    private List<String> answers(int wanted) {
        return topics.read(Feed.ACKS, wanted).stream()
                .map(e -> e.ack().legId() + " " + e.ack().status())
                .toList();
    }

    private static void send(Action... actions) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", KAFKA),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (var action : actions) {
                producer.send(
                                new ProducerRecord<>(
                                        Output.ACTIONS.topic(),
                                        new JsonCodec().encodeOutput(action)))
                        .get();
            }
        }
    }

    private static Action block(int leg, String target) {
        return new Action(
                LEG + leg,
                "0123456789abcdef0123456789abcdef",
                5,
                Command.APPLY,
                ActionType.BLOCK,
                PARTY,
                PartyType.CARRIER,
                TargetType.NUMBER,
                target,
                3,
                "relay-on-one-victim",
                "反电信网络诈骗法 第十一条",
                BEGIN,
                END,
                0);
    }
}
