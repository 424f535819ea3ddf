/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.dashboards.TemplatePublisher;
import io.fuselink.events.Action;
import io.fuselink.events.ActionType;
import io.fuselink.events.Command;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Header;
import io.fuselink.events.Instruction;
import io.fuselink.events.Leg;
import io.fuselink.events.Output;
import io.fuselink.events.PolicePush;
import io.fuselink.events.PushTarget;
import io.fuselink.events.Source;
import io.fuselink.events.TargetType;
import io.fuselink.events.codec.Format;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.events.codec.WireCodec;
import io.fuselink.jobs.DetectCalls;
import io.fuselink.jobs.IndexDocuments;
import io.fuselink.jobs.io.JobConfig;
import io.fuselink.sandbox.EmbeddedKafka;
import io.fuselink.sandbox.Ports;
import io.fuselink.sandbox.Servers;
import io.fuselink.sandbox.delays.Delays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An authority goes on giving orders while Elasticsearch is away, and while the broker is started again.
 * {@code -Dfuselink.outage.seconds=300} makes it five minutes.
 */
class OutagesITCase {
    private static final int OUTAGE_S = Integer.getInteger("fuselink.outage.seconds", 5);
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir static Path folder;

    private static final Ports PORTS = Ports.free();
    private static EmbeddedKafka kafka;
    private static Valve elasticsearch;
    private static final List<JobClient> JOBS = new ArrayList<>();

    private final WireCodec wire = new WireCodec();
    private final JsonCodec codec = new JsonCodec();
    private final Map<String, Set<String>> commanded = new HashMap<>();
    private int orders;

    @BeforeAll
    static void startJobs() throws Exception {
        SharedServers.clear();
        kafka = startBroker();
        kafka.createTopics(topics());
        elasticsearch = Valve.to(Servers.elasticsearch().uri());
        try (var elastic = SharedServers.elastic()) {
            TemplatePublisher.publish(elastic);
        }
        var config = JobConfig.load(writeConfig());
        var detection = Servers.flink().environment(new Configuration());
        DetectCalls.define(detection, config);
        JOBS.add(detection.executeAsync("detect-calls"));
        var indexing = Servers.flink().environment(new Configuration());
        indexing.setParallelism(1);
        IndexDocuments.define(indexing, config);
        JOBS.add(indexing.executeAsync("index-documents"));
    }

    private static EmbeddedKafka startBroker() {
        return EmbeddedKafka.start(folder.resolve("kafka"), PORTS.kafka(), PORTS.controller());
    }

    private static Map<String, Integer> topics() {
        var topics = new HashMap<String, Integer>();
        for (var feed : Feed.values()) {
            topics.put(feed.topic(), 1);
        }
        for (var output : Output.values()) {
            topics.put(output.topic(), 1);
        }
        return topics;
    }

    private static Path writeConfig() throws IOException {
        return Files.writeString(
                folder.resolve("detect.yml"),
                """
                kafka:
                  bootstrap.servers: "%s"
                elastic:
                  url: "%s"
                feeds:
                  start: earliest
                detection:
                  tail-parallelism: 1
                """
                        .formatted(kafka.bootstrapServers(), elasticsearch.uri()));
    }

    @AfterAll
    static void stop() throws Exception {
        for (var job : JOBS) {
            job.cancel().get();
        }
        elasticsearch.close();
        kafka.close();
        SharedServers.clear();
    }

    @Test
    void ordersAreServedWhileElasticsearchIsAwayAndTheBrokerRestartsAndNothingIsLost()
            throws Exception {
        serveOrders(3, Duration.ZERO);
        awaitDocuments();

        elasticsearch.shut();
        serveOrders(3, Duration.ofSeconds(OUTAGE_S));
        kafka.close();
        kafka = startBroker();
        serveOrders(3, Duration.ZERO);
        elasticsearch.open();
        awaitDocuments();

        var outputs = OutputRecords.ofTopics(kafka.bootstrapServers());
        var legs =
                outputs.of(Output.LEGS, Leg.class).stream()
                        .map(Leg::legId)
                        .collect(Collectors.toSet());
        var sent =
                outputs.of(Output.ACTIONS, Action.class).stream()
                        .filter(a -> a.command() == Command.APPLY)
                        .map(Action::legId)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(legs).as("every leg that was told was commanded").isEqualTo(sent);
        assertThat(new HashSet<>(commanded.values()))
                .as("every order asked the same of the same parties")
                .hasSize(1);
        Delays.of(Map.of("bootstrap.servers", kafka.bootstrapServers()), null, 0)
                .forEach(delay -> System.out.println(delay.line()));
    }

    /** Gives orders one by one, each when the one before was served: at least so many, and for so long. */
    private void serveOrders(int atLeast, Duration howLong) throws Exception {
        var end = System.nanoTime() + howLong.toNanos();
        try (var producer =
                        new KafkaProducer<>(
                                Map.<String, Object>of(
                                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                        kafka.bootstrapServers()),
                                new ByteArraySerializer(),
                                new ByteArraySerializer());
                var actions = reader(Output.ACTIONS)) {
            for (var n = 0; n < atLeast || System.nanoTime() < end; n++) {
                var push = order();
                producer.send(
                                new ProducerRecord<>(
                                        Feed.CASES.topic(),
                                        wire.key(push),
                                        wire.encode(push, Format.JSON)))
                        .get();
                awaitCommands(actions, push.push().targets().get(0).tk());
            }
        }
    }

    private Event order() {
        var n = orders++;
        var now = System.currentTimeMillis();
        var number = "%032x".formatted(n + 1);
        var header =
                new Header(
                        "push-" + n,
                        Source.POLICE,
                        "440100",
                        now,
                        now,
                        Header.SCHEMA_VERSION,
                        null,
                        null);
        return Event.of(
                header,
                new PolicePush(
                        "push-" + n,
                        "440100",
                        "反诈中心",
                        Instruction.BLOCK,
                        List.of(new PushTarget(TargetType.NUMBER, number, null)),
                        "case-" + n,
                        "反电信网络诈骗法 第二十条",
                        now,
                        now + 3_600_000,
                        "seal",
                        null,
                        null));
    }

    private KafkaConsumer<byte[], byte[]> reader(Output output) {
        var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                kafka.bootstrapServers(),
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        var partitions =
                consumer.partitionsFor(output.topic()).stream()
                        .map(
                                p ->
                                        new org.apache.kafka.common.TopicPartition(
                                                p.topic(), p.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** Until as much was asked of the parties as of the first order, and a block among it; the first has all its time. */
    private void awaitCommands(KafkaConsumer<byte[], byte[]> actions, String number) {
        var mine = commanded.computeIfAbsent(number, n -> new TreeSet<>());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var quiet = false;
        while (!(quiet && blocked(mine))) {
            assertThat(System.nanoTime()).as("waiting for %s", number).isLessThan(deadline);
            var records = actions.poll(BETWEEN_ORDERS);
            quiet = records.isEmpty();
            records.forEach(
                    r -> {
                        var action = codec.decodeOutput(Action.class, r.value());
                        if (action.targetTk().equals(number)) {
                            mine.add(action.action() + "/" + action.party());
                        }
                    });
        }
    }

    private static boolean blocked(Set<String> asked) {
        return asked.stream().anyMatch(a -> a.startsWith(ActionType.BLOCK.name()));
    }

    private static void awaitDocuments() throws Exception {
        try (var elastic = SharedServers.elastic()) {
            var indices = new Indices(elastic);
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            Map<String, Long> told;
            Map<String, Long> written;
            do {
                written = indices.counts();
                told = Indices.expected(OutputRecords.ofTopics(kafka.bootstrapServers()));
            } while (!written.equals(told) && System.nanoTime() < deadline);
            assertThat(written).as("in Elasticsearch").isEqualTo(told);
        }
    }
}
