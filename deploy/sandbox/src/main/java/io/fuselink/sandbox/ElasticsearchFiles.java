/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The settings of one embedded Elasticsearch; all it writes lies in its work directory, so that its home can be read-only. */
final class ElasticsearchFiles {

    private ElasticsearchFiles() {}

    static void write(Path home, Path work, int httpPort, int transportPort) throws IOException {
        Path config = Files.createDirectories(work.resolve("config"));
        Files.createDirectories(work.resolve("tmp"));
        Files.write(config.resolve("elasticsearch.yml"), settings(work, httpPort, transportPort));
        Files.write(config.resolve("jvm.options"), jvmOptions(home));
        Files.write(config.resolve("log4j2.properties"), logging());
    }

    /** Points the server at its files and at this JVM's Java, and keeps the operator's own Java settings away from it. */
    static ProcessBuilder environment(ProcessBuilder builder, Path work) {
        var environment = builder.environment();
        List.of("JAVA_HOME", "JAVA_OPTS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH")
                .forEach(environment::remove);
        environment.put("ES_JAVA_HOME", System.getProperty("java.home"));
        // It shares two cores with all the rest and mostly lives for minutes: what its optimising
        // compiler costs hardly comes back.
        environment.put("ES_JAVA_OPTS", "-Xms512m -Xmx512m -XX:TieredStopAtLevel=1");
        environment.put("ES_PATH_CONF", work.resolve("config").toString());
        environment.put("ES_TMPDIR", work.resolve("tmp").toString());
        environment.put("HOME", work.toString());
        return builder;
    }

    private static List<String> settings(Path work, int httpPort, int transportPort) {
        return List.of(
                "cluster.name: fuselink",
                "node.name: fuselink",
                "path.data: '" + quoted(work.resolve("data")) + "'",
                "path.logs: '" + quoted(work.resolve("logs")) + "'",
                "network.host: 127.0.0.1",
                "http.port: " + httpPort,
                "transport.port: " + transportPort,
                "discovery.type: single-node",
                "xpack.security.enabled: false",
                // A laptop with a nearly full disk is no reason to refuse documents.
                "cluster.routing.allocation.disk.threshold_enabled: false");
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }

    /** The distribution's own options, less those that write into its home. */
    private static List<String> jvmOptions(Path home) throws IOException {
        try (var lines = Files.lines(home.resolve("config/jvm.options"))) {
            return lines.filter(
                            line ->
                                    !line.contains("-Xlog:")
                                            && !line.contains("-XX:ErrorFile=")
                                            && !line.contains("HeapDumpOnOutOfMemoryError"))
                    .toList();
        }
    }

    private static List<String> logging() {
        return List.of(
                "status = error",
                "appender.console.type = Console",
                "appender.console.name = console",
                "appender.console.layout.type = PatternLayout",
                "appender.console.layout.pattern = %d{ISO8601} %-5p [%c{1.}] %m%n%throwable",
                "rootLogger.level = info",
                "rootLogger.appenderRef.console.ref = console");
    }
}
