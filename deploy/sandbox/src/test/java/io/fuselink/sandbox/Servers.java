/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one broker, the one Elasticsearch and the one Flink of this test JVM: each starts when a test first asks for it, and
 * all stop when the JVM ends. Tests share them, so each uses topics and indices of its own.
 */
public final class Servers {

    private static final int SLOTS = 8;

    private Servers() {}

    public static EmbeddedKafka kafka() {
        return Kafka.SERVER;
    }

    public static EmbeddedElasticsearch elasticsearch() {
        return Elasticsearch.SERVER;
    }

    public static EmbeddedFlink flink() {
        return Flink.SERVER;
    }

    /** Holder classes: the JVM itself starts each server once, when it is first asked for. */
    private static final class Shared {
        static final Ports PORTS = Ports.free();
        static final Path WORK = workDir();

        private static Path workDir() {
            try {
                return Files.createTempDirectory(
                                Files.createDirectories(Path.of("target", "servers")), "run-")
                        .toAbsolutePath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Kafka {
        static final EmbeddedKafka SERVER =
                untilTheEnd(
                        EmbeddedKafka.start(
                                Shared.WORK.resolve("kafka"),
                                Shared.PORTS.kafka(),
                                Shared.PORTS.controller()));
    }

    private static final class Elasticsearch {
        static final EmbeddedElasticsearch SERVER =
                untilTheEnd(
                                EmbeddedElasticsearch.launch(
                                        Shared.WORK.resolve("elasticsearch"),
                                        Shared.PORTS.elasticsearch(),
                                        Shared.PORTS.transport()))
                        .awaitReady(Progress.on(System.out));
    }

    private static final class Flink {
        static final EmbeddedFlink SERVER =
                untilTheEnd(
                        EmbeddedFlink.start(
                                Shared.WORK.resolve("flink"), Shared.PORTS.flink(), SLOTS));
    }

    private static <T extends AutoCloseable> T untilTheEnd(T server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        return server;
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
