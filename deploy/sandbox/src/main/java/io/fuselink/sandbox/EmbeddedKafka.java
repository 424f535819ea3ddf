/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka in this JVM: one broker that is its own controller, on 127.0.0.1, for a city and for tests, not for production. */
public final class EmbeddedKafka implements AutoCloseable {

    private static final int NODE_ID = 1;

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts the broker; its records stay in {@code dataDir} and are there again after a restart. */
    public static EmbeddedKafka start(Path dataDir, int port, int controllerPort) {
        Properties settings = settings(dataDir, port, controllerPort);
        KafkaRaftServer server;
        try {
            Files.createDirectories(dataDir);
            format(dataDir);
            server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
            server.startup();
        } catch (Exception e) {
            throw OperatorError.environment(
                    "Kafka does not start on port "
                            + port
                            + ": "
                            + e.getMessage()
                            + " (see "
                            + LogFile.current()
                            + ").",
                    e);
        }
        return new EmbeddedKafka(server, "127.0.0.1:" + port);
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Creates the topics, name to number of partitions; those that exist stay as they are. */
    public void createTopics(Map<String, Integer> partitions) {
        var topics =
                partitions.entrySet().stream()
                        .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) 1))
                        .toList();
        try (Admin admin =
                Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            for (var created : admin.createTopics(topics).values().entrySet()) {
                awaitCreated(created.getKey(), created.getValue());
            }
        }
    }

    private static void awaitCreated(String topic, KafkaFuture<Void> created) {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw OperatorError.environment(
                        "Topic " + topic + " cannot be created: " + e.getCause().getMessage() + ".",
                        e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw OperatorError.environment("Interrupted while creating topic " + topic + ".", e);
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path dataDir) throws Exception {
        new Formatter()
                .setPrintStream(
                        new PrintStream(
                                OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(clusterId(dataDir))
                .setNodeId(NODE_ID)
                .addDirectory(dataDir.toString())
                .setMetadataLogDirectory(dataDir.toString())
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setIgnoreFormatted(true)
                .run();
    }

    /** The id that a former run wrote, or a new one. */
    private static String clusterId(Path dataDir) throws IOException {
        Path written = dataDir.resolve("meta.properties");
        if (!Files.exists(written)) {
            return Uuid.randomUuid().toString();
        }
        Properties meta = new Properties();
        try (var in = Files.newBufferedReader(written)) {
            meta.load(in);
        }
        return meta.getProperty("cluster.id");
    }

    private static Properties settings(Path dataDir, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dir", dataDir.toString());
        settings.put("auto.create.topics.enable", "false");

        // A city lives in its own event time: no record is too old to keep or too far ahead to
        // take.
        settings.put("log.retention.ms", "-1");
        settings.put("log.message.timestamp.before.max.ms", String.valueOf(Long.MAX_VALUE));
        settings.put("log.message.timestamp.after.max.ms", String.valueOf(Long.MAX_VALUE));

        // One broker: internal topics of one replica, and groups that do not wait for company.
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");

        // Small: it shares two cores with the job it feeds.
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "2");
        settings.put("log.cleaner.enable", "false");
        settings.put("log.index.size.max.bytes", String.valueOf(1 << 20));
        return settings;
    }
}
