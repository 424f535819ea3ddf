/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A real Elasticsearch, unpacked by the build and run as a child process on 127.0.0.1 without security, for a city and for
 * tests; it dies with this JVM, however this JVM dies.
 */
public final class EmbeddedElasticsearch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int FEW = 3;

    /** A line of its own that names an error, not a frame of a stack trace. */
    private static final Pattern COMPLAINT = Pattern.compile("^\\S.*(ERROR|FATAL|Exception: )");

    /**
     * Becomes Elasticsearch, and leaves a guard in its process group that kills the group once standard input closes: by
     * {@link #close()}, or by the kernel when this JVM is gone.
     */
    private static final String GUARDED =
            "exec 3<&0; (read -r _ <&3; kill -KILL 0) & exec \"$@\" 3<&- </dev/null";

    private final Process process;
    private final URI uri;
    private final Path log;

    private EmbeddedElasticsearch(Process process, URI uri, Path log) {
        this.process = process;
        this.uri = uri;
        this.log = log;
    }

    /** Launches the server with its data, settings and log in {@code workDir} and returns at once. */
    public static EmbeddedElasticsearch launch(Path workDir, int httpPort, int transportPort) {
        Path home = BuildOutput.elasticsearchHome();
        if (!Files.isDirectory(home)) {
            throw OperatorError.environment(
                    "Elasticsearch is not unpacked at " + home + "; run mvn process-classes.");
        }
        try {
            Path work = Files.createDirectories(workDir.toAbsolutePath());
            Path log = work.resolve("elasticsearch.log");
            ElasticsearchFiles.write(home, work, httpPort, transportPort);
            List<String> command =
                    new ArrayList<>(List.of("setsid", "sh", "-c", GUARDED, "elasticsearch"));
            command.addAll(RootlessPrefix.forFilesIn(work));
            command.addAll(List.of("bash", home.resolve("bin/elasticsearch").toString()));
            Process process =
                    ElasticsearchFiles.environment(new ProcessBuilder(command), work)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            return new EmbeddedElasticsearch(
                    process, URI.create("http://127.0.0.1:" + httpPort), log);
        } catch (IOException e) {
            throw OperatorError.environment(
                    "Elasticsearch cannot be launched in " + workDir + ": " + e.getMessage() + ".",
                    e);
        }
    }

    /** Waits until the server answers, at most three minutes. */
    public EmbeddedElasticsearch awaitReady(Progress progress) {
        HttpClient client = HttpClient.newHttpClient();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!healthy(client)) {
            if (!process.isAlive()) {
                throw OperatorError.environment(
                        "Elasticsearch stopped while starting (exit code %d); its log %s says: %s"
                                .formatted(process.exitValue(), log, why()));
            }
            if (System.nanoTime() > deadline) {
                throw OperatorError.environment(
                        "Elasticsearch was not ready after %d s; its log %s says: %s"
                                .formatted(PATIENCE.toSeconds(), log, why()));
            }
            progress.waiting(
                    "Elasticsearch is starting (10 s on an idle machine, up to 2 minutes on a busy one)");
        }
        return this;
    }

    public URI uri() {
        return uri;
    }

    /** The server's process, of which the system tells what it uses. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** The server's own log, for the operator who wants to know more. */
    public Path log() {
        return log;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            dismissGuard();
        }
    }

    /** The guard kills whatever is left of the process group. */
    private void dismissGuard() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    private boolean healthy(HttpClient client) {
        HttpRequest health =
                HttpRequest.newBuilder(
                                uri.resolve("/_cluster/health?wait_for_status=yellow&timeout=5s"))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        try {
            if (client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                return true;
            }
        } catch (IOException notYet) {
            // Refused or reset: the server is not listening yet, or the process is gone, which the
            // caller checks.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw OperatorError.environment("Interrupted while Elasticsearch was starting.", e);
        }
        pause();
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw OperatorError.environment("Interrupted while Elasticsearch was starting.", e);
        }
    }

    /** The log's first complaints or, where it has none, its last lines. */
    private String why() {
        try {
            List<String> lines = Files.readString(log, UTF_8).lines().toList();
            List<String> complaints =
                    lines.stream().filter(COMPLAINT.asPredicate()).limit(FEW).toList();
            return String.join(
                    " | ",
                    complaints.isEmpty()
                            ? lines.subList(Math.max(0, lines.size() - FEW), lines.size())
                            : complaints);
        } catch (IOException e) {
            return "(unreadable: " + e.getMessage() + ")";
        }
    }
}
