/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The three servers of a sandbox: started together, stopped together, and stopped too when the JVM is told to end. */
public final class SandboxServers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxServers.class);

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private EmbeddedElasticsearch elasticsearch;
    private EmbeddedKafka kafka;
    private EmbeddedFlink flink;
    private final Ports ports;

    private SandboxServers(Ports ports) {
        this.ports = ports;
    }

    /** Starts the servers in {@code work}, which they take over: closing them closes it. */
    public static SandboxServers start(Ports ports, WorkDir work, int slots, Progress progress) {
        SandboxServers servers = new SandboxServers(ports);
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "stop-servers"));
        try {
            servers.startAll(work, slots, progress);
            return servers;
        } catch (RuntimeException e) {
            work.keep();
            servers.close();
            throw e;
        }
    }

    private void startAll(WorkDir work, int slots, Progress progress) {
        started(work);
        // Elasticsearch is the slowest and has a process of its own, so it starts first and is
        // awaited last.
        elasticsearch =
                started(
                        EmbeddedElasticsearch.launch(
                                work.path().resolve("elasticsearch"),
                                ports.elasticsearch(),
                                ports.transport()));
        kafka =
                started(
                        EmbeddedKafka.start(
                                work.path().resolve("kafka"), ports.kafka(), ports.controller()));
        progress.say("Kafka is ready on " + kafka.bootstrapServers());
        flink = started(EmbeddedFlink.start(work.path().resolve("flink"), ports.flink(), slots));
        progress.say("Flink is ready, its web UI is on " + flink.webUi());
        elasticsearch.awaitReady(progress);
        progress.say("Elasticsearch is ready on " + elasticsearch.uri());
    }

    private synchronized <T extends AutoCloseable> T started(T server) {
        running.push(server);
        return server;
    }

    public EmbeddedElasticsearch elasticsearch() {
        return elasticsearch;
    }

    public EmbeddedKafka kafka() {
        return kafka;
    }

    public EmbeddedFlink flink() {
        return flink;
    }

    /** The ports the servers listen on, and the one kept for the board. */
    public Ports ports() {
        return ports;
    }

    /** Stops them, last started first; a second caller waits for the first one. */
    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            AutoCloseable server = running.pop();
            try {
                server.close();
            } catch (Exception e) {
                LOG.warn("{} did not stop cleanly", server, e);
            }
        }
    }
}
