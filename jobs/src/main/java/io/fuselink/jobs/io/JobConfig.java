/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io;

import io.fuselink.jobs.io.elastic.ElasticSettings;
import io.fuselink.jobs.io.kafka.KafkaSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What {@code --config FILE} says: {@code kafka.*} is passed through to the Kafka clients, {@code
 * detection.*} belongs to the topology, everything else is checked here. Relative files are relative
 * to the configuration file.
 */
public final class JobConfig {
    private static final String FREE = "kafka., detection.";
    private static final Set<String> KNOWN =
            Set.of(
                    "elastic.url",
                    "elastic.user",
                    "elastic.password-file",
                    "elastic.api-key-file",
                    "elastic.ca",
                    "feeds.start",
                    "feeds.idle-after-ms",
                    "feeds.alignment-drift-ms",
                    "models.registry",
                    "token.key-file");

    private final Path file;
    private final Map<String, String> values;

    private JobConfig(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    /**
     * Reads and checks a configuration file.
     *
     * @throws ConfigException in one sentence, when anything in it is not right
     */
    public static JobConfig load(Path file) {
        var config = new JobConfig(file, FlatYaml.read(file));
        config.values.keySet().forEach(config::requireKnown);
        config.required("kafka.bootstrap.servers");
        config.kafka();
        config.tokenKeyFile();
        if (config.namesElastic()) {
            config.elastic();
        }
        return config;
    }

    /** The configuration a main was started with: {@code --config FILE}. */
    public static JobConfig fromArguments(String... args) {
        if (args.length != 2 || !args[0].equals("--config")) {
            throw new ConfigException(
                    "The only argument is --config FILE, naming the YAML file with kafka.bootstrap.servers.");
        }
        return load(Path.of(args[1]));
    }

    public KafkaSettings kafka() {
        return new KafkaSettings(
                section("kafka"),
                start(),
                whole("feeds.idle-after-ms", KafkaSettings.IDLE_AFTER_MS),
                whole("feeds.alignment-drift-ms", KafkaSettings.ALIGNMENT_DRIFT_MS));
    }

    /** Whether the file says anything of an Elasticsearch. */
    public boolean namesElastic() {
        return values.keySet().stream().anyMatch(key -> key.startsWith("elastic."));
    }

    /**
     * @throws ConfigException when the file names no Elasticsearch
     */
    public ElasticSettings elastic() {
        var settings =
                new ElasticSettings(
                        required("elastic.url"),
                        values.get("elastic.user"),
                        readable("elastic.password-file"),
                        readable("elastic.api-key-file"),
                        readable("elastic.ca"));
        var flaw = settings.flaw();
        if (flaw.isPresent()) {
            throw fail(flaw.get());
        }
        return settings;
    }

    /** Settings of the topology, without the {@code detection.} before them. */
    public Map<String, String> detection() {
        return section("detection");
    }

    /** The key that turns numbers into tokens, for what tokenises by itself. */
    public Optional<Path> tokenKeyFile() {
        return Optional.ofNullable(readable("token.key-file")).map(Path::of);
    }

    /** The folder of published model bundles, which every task manager must be able to read; empty without one. */
    public Optional<String> modelRegistry() {
        return Optional.ofNullable(values.get("models.registry"))
                .map(name -> file.toAbsolutePath().resolveSibling(name).normalize().toString());
    }

    private KafkaSettings.Start start() {
        return switch (values.getOrDefault("feeds.start", "committed")) {
            case "committed" -> KafkaSettings.Start.COMMITTED;
            case "earliest" -> KafkaSettings.Start.EARLIEST;
            default -> throw fail("feeds.start must be committed or earliest.");
        };
    }

    private void requireKnown(String key) {
        if (key.startsWith("kafka.") || key.startsWith("detection.") || KNOWN.contains(key)) {
            return;
        }
        throw fail(
                "%s is not a setting; known are %s and everything under %s."
                        .formatted(key, String.join(", ", KNOWN.stream().sorted().toList()), FREE));
    }

    private String required(String key) {
        var value = values.get(key);
        if (value == null || value.isBlank()) {
            throw fail(key + " is missing; add it.");
        }
        return value;
    }

    private long whole(String key, long fallback) {
        var value = values.get(key);
        try {
            var number = value == null ? fallback : Long.parseLong(value.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for a negative number
        }
        throw fail(key + " must be a whole number of milliseconds, 0 or more.");
    }

    /** The file a key names, made absolute, or null without the key. */
    private String readable(String key) {
        var name = values.get(key);
        if (name == null) {
            return null;
        }
        var path = file.toAbsolutePath().resolveSibling(name).normalize();
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw fail("%s names %s, which is not a readable file.".formatted(key, path));
        }
        return path.toString();
    }

    private Map<String, String> section(String name) {
        var section = new TreeMap<String, String>();
        values.forEach(
                (key, value) -> {
                    if (key.startsWith(name + ".")) {
                        section.put(key.substring(name.length() + 1), value);
                    }
                });
        return section;
    }

    private ConfigException fail(String sentence) {
        return new ConfigException(file + ": " + sentence);
    }
}
