/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code execute --config FILE} says: the broker, the journal, and the one system acted through.
 * Read and checked once, at the start. Relative files are relative to the configuration; secrets are in
 * files or environment variables of their own.
 */
public final class ExecutorConfig {
    private static final String BOOTSTRAP = "bootstrap.servers";
    private static final long TIMEOUT_MS = 5_000;

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private final Path file;
    private final Map<String, String> environment;
    private final Settings settings;

    private record Settings(
            Map<String, String> kafka,
            String journal,
            String tokenKeyFile,
            Attempts retry,
            Target target) {}

    private record Attempts(Integer attempts, Long firstMs) {}

    private record Target(
            Kind kind,
            Long timeoutMs,
            WebhookTarget webhook,
            AliyunTarget aliyun,
            HuaweiTarget huawei) {}

    private enum Kind {
        DRY_RUN,
        WEBHOOK,
        ALIYUN,
        HUAWEI;

        @JsonValue
        String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private record WebhookTarget(String url, String secretFile, String secretEnv) {}

    private record AliyunTarget(
            String endpoint,
            String accessKeyId,
            String accessKeySecretFile,
            String accessKeySecretEnv,
            String poolKey) {}

    private record HuaweiTarget(
            String endpoint, String appKey, String appSecretFile, String appSecretEnv) {}

    private ExecutorConfig(Path file, Map<String, String> environment, Settings settings) {
        this.file = file;
        this.environment = environment;
        this.settings = settings;
    }

    /**
     * Reads and checks a configuration.
     *
     * @throws ExecutorException in one sentence, when anything in it is not right
     */
    public static ExecutorConfig load(Path file, Map<String, String> environment) {
        var config = new ExecutorConfig(file, environment, parse(file));
        config.require("kafka." + BOOTSTRAP, config.kafkaClient().get(BOOTSTRAP));
        config.journal();
        config.retries();
        config.tokenKeyFile();
        config.target(InstantSource.system());
        return config;
    }

    private static Settings parse(Path file) {
        try {
            var settings = YAML.readValue(Files.readAllBytes(file), Settings.class);
            if (settings != null) {
                return settings;
            }
            throw new ExecutorException(
                    file + " is empty; begin with kafka.bootstrap.servers and journal.");
        } catch (NoSuchFileException e) {
            throw new ExecutorException("%s does not exist; check --config.".formatted(file), e);
        } catch (UnrecognizedPropertyException e) {
            throw new ExecutorException(
                    "%s: %s is not a setting; known here are %s."
                            .formatted(
                                    file,
                                    path(e),
                                    e.getKnownPropertyIds().stream()
                                            .map(String::valueOf)
                                            .sorted()
                                            .collect(Collectors.joining(", "))),
                    e);
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof JsonProcessingException broken) {
                throw notYaml(file, broken);
            }
            throw new ExecutorException(
                    "%s: %s has a value that cannot be read; compare deploy/conf/execute.yml."
                            .formatted(file, path(e)));
        } catch (JsonProcessingException e) {
            throw notYaml(file, e);
        } catch (IOException e) {
            throw new ExecutorException(
                    "%s cannot be read (%s); check --config.".formatted(file, e.getMessage()), e);
        }
    }

    /** The parser quotes the file in its message, secrets included: the line is enough. */
    private static ExecutorException notYaml(Path file, JsonProcessingException e) {
        var line = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
        return new ExecutorException("%s: not valid YAML%s.".formatted(file, line));
    }

    private static String path(JsonMappingException e) {
        var path =
                e.getPath().stream()
                        .map(JsonMappingException.Reference::getFieldName)
                        .collect(Collectors.joining("."));
        return path.isEmpty() ? "the file" : path;
    }

    /** Settings of the Kafka clients, passed through; a fresh map each time. */
    public Map<String, Object> kafkaClient() {
        return settings.kafka() == null ? new HashMap<>() : new HashMap<>(settings.kafka());
    }

    public String bootstrapServers() {
        return settings.kafka().get(BOOTSTRAP);
    }

    public Path journal() {
        return resolve(require("journal", settings.journal()));
    }

    /** The joint key that makes tokens of the inventory's numbers; null when the environment has it. */
    public Path tokenKeyFile() {
        return settings.tokenKeyFile() == null
                ? null
                : readable("token-key-file", settings.tokenKeyFile());
    }

    Retries retries() {
        var retry = settings.retry();
        if (retry == null) {
            return Retries.STANDARD;
        }
        var attempts = retry.attempts() == null ? Retries.STANDARD.attempts() : retry.attempts();
        var firstMs = retry.firstMs() == null ? Retries.STANDARD.firstMs() : retry.firstMs();
        if (attempts < 1) {
            throw fail("retry.attempts must be 1 or more.");
        }
        if (firstMs < 1) {
            throw fail("retry.first-ms must be 1 or more.");
        }
        return new Retries(attempts, firstMs);
    }

    /** Whether nothing real is done. */
    public boolean dryRun() {
        return kind() == Kind.DRY_RUN;
    }

    /** Whether the target speaks of numbers, so that an inventory must be given. */
    public boolean needsInventory() {
        return kind() == Kind.ALIYUN || kind() == Kind.HUAWEI;
    }

    private Kind kind() {
        return settings.target() == null || settings.target().kind() == null
                ? Kind.DRY_RUN
                : settings.target().kind();
    }

    /** The system acted through; dry-run when none is named. */
    ActionTarget target(InstantSource clock) {
        return switch (kind()) {
            case DRY_RUN -> new DryRun();
            case WEBHOOK -> webhook(clock);
            case ALIYUN -> aliyun(clock);
            case HUAWEI -> huawei(clock);
        };
    }

    private Webhook webhook(InstantSource clock) {
        var hook = settings.target().webhook();
        if (hook == null) {
            throw fail("target.webhook is missing; it holds url and secret-file.");
        }
        return new Webhook(
                url("target.webhook.url", hook.url()),
                secret("target.webhook.secret", hook.secretFile(), hook.secretEnv()),
                http(),
                clock);
    }

    private AliyunNumbers aliyun(InstantSource clock) {
        var aliyun = settings.target().aliyun();
        if (aliyun == null) {
            throw fail(
                    "target.aliyun is missing; it holds access-key-id, access-key-secret-file and pool-key.");
        }
        return new AliyunNumbers(
                url(
                        "target.aliyun.endpoint",
                        aliyun.endpoint() == null ? AliyunNumbers.ENDPOINT : aliyun.endpoint()),
                new AliyunSignature(
                        require("target.aliyun.access-key-id", aliyun.accessKeyId()),
                        secret(
                                "target.aliyun.access-key-secret",
                                aliyun.accessKeySecretFile(),
                                aliyun.accessKeySecretEnv())),
                require("target.aliyun.pool-key", aliyun.poolKey()),
                http(),
                clock);
    }

    private HuaweiNumbers huawei(InstantSource clock) {
        var huawei = settings.target().huawei();
        if (huawei == null) {
            throw fail("target.huawei is missing; it holds endpoint, app-key and app-secret-file.");
        }
        return new HuaweiNumbers(
                url("target.huawei.endpoint", huawei.endpoint()),
                require("target.huawei.app-key", huawei.appKey()),
                secret("target.huawei.app-secret", huawei.appSecretFile(), huawei.appSecretEnv()),
                http(),
                clock);
    }

    private Http http() {
        var timeout = settings.target().timeoutMs();
        if (timeout != null && timeout < 1) {
            throw fail("target.timeout-ms must be 1 or more.");
        }
        return new Http(Duration.ofMillis(timeout == null ? TIMEOUT_MS : timeout));
    }

    /** An address that keeps numbers from being overheard: https, or this machine. */
    private URI url(String key, String text) {
        try {
            var url = URI.create(require(key, text));
            var local = "http".equals(url.getScheme()) && "127.0.0.1".equals(url.getHost());
            if (url.getHost() != null && (local || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // said below, as for any other address that will not do
        }
        throw fail(key + " must be https://HOST…; http only for 127.0.0.1.");
    }

    private byte[] secret(String key, String fileName, String variable) {
        if ((fileName == null) == (variable == null)) {
            throw fail("%s-file or %s-env must be given, and only one.".formatted(key, key));
        }
        String secret;
        if (variable != null) {
            secret = environment.get(variable);
        } else {
            try {
                secret = Files.readString(readable(key + "-file", fileName));
            } catch (IOException e) {
                throw new ExecutorException(
                        "%s: %s-file names a file that cannot be read as text."
                                .formatted(file, key),
                        e);
            }
        }
        if (secret == null || secret.isBlank()) {
            throw fail(
                    variable == null
                            ? key + "-file names an empty file."
                            : "%s-env names $%s, which is not set.".formatted(key, variable));
        }
        return secret.strip().getBytes(StandardCharsets.UTF_8);
    }

    private Path readable(String key, String name) {
        var path = resolve(name);
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw fail("%s names %s, which is not a readable file.".formatted(key, path));
        }
        return path;
    }

    private Path resolve(String name) {
        return file.toAbsolutePath().resolveSibling(name).normalize();
    }

    private String require(String key, Object value) {
        if (value == null || value.toString().isBlank()) {
            throw fail(key + " is missing; add it.");
        }
        return value.toString().strip();
    }

    private ExecutorException fail(String sentence) {
        return new ExecutorException(file + ": " + sentence);
    }
}
