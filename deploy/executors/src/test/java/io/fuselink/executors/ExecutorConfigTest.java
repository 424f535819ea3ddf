/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutorConfigTest {
    private static final String LEAST =
            """
            kafka:
              bootstrap.servers: "127.0.0.1:9092"
            journal: limits.journal
            """;

    @TempDir private Path folder;

    private ExecutorConfig load(String yaml, Map<String, String> environment) throws IOException {
        return ExecutorConfig.load(
                Files.writeString(folder.resolve("execute.yml"), yaml), environment);
    }

    @Test
    void theLeastConfigurationIsADryRun() throws IOException {
        var config = load(LEAST, Map.of());

        assertThat(config.dryRun()).isTrue();
        assertThat(config.journal()).isEqualTo(folder.resolve("limits.journal"));
        assertThat(config.retries()).isEqualTo(Retries.STANDARD);
    }

    @Test
    void theExampleInTheRepositoryIsValid() {
        var example = Path.of("..", "conf", "execute.yml");

        assertThat(ExecutorConfig.load(example, Map.of()).dryRun()).isTrue();
    }

    @Test
    void aSecretComesFromTheEnvironmentOrAFile() throws IOException {
        var hook =
                LEAST + "target: {kind: webhook, webhook: {url: \"https://example.org/x\", %s}}\n";
        Files.writeString(folder.resolve("hook.secret"), "abc\n");

        assertThat(load(hook.formatted("secret-env: HOOK"), Map.of("HOOK", "abc")).dryRun())
                .isFalse();
        assertThat(load(hook.formatted("secret-file: hook.secret"), Map.of()).dryRun()).isFalse();
        assertThatThrownBy(() -> load(hook.formatted("secret-env: HOOK"), Map.of()))
                .hasMessageEndingWith("secret-env names $HOOK, which is not set.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "journal: j | kafka.bootstrap.servers is missing",
                "kafka: {bootstrap.servers: x} | journal is missing",
                "jurnal: j | jurnal is not a setting; known here are journal, kafka, retry, target, token-key-file",
                "target: {kind: pigeon} | target.kind has a value that cannot be read",
                "target: {kind: webhook} | target.webhook is missing",
                "target: {kind: webhook, webhook: {url: 'http://example.org'}} | target.webhook.url must be https",
                "target: {kind: webhook, webhook: {url: 'https://example.org'}} | target.webhook.secret-file or target.webhook.secret-env must be given",
                "target: {kind: aliyun, aliyun: {}} | target.aliyun.access-key-id is missing",
                "target: {kind: huawei, huawei: {endpoint: 'https://h.cn'}} | target.huawei.app-key is missing",
                "retry: {attempts: 0} | retry.attempts must be 1 or more",
                "token-key-file: nowhere | token-key-file names",
                "journal: j: k | not valid YAML in line 1"
            })
    void whatIsWrongIsNamed(String line, String message) {
        var yaml = line.matches("(journal|kafka|jurnal).*") ? line : LEAST + line + "\n";

        assertThatThrownBy(() -> load(yaml, Map.of()))
                .isInstanceOf(ExecutorException.class)
                .hasMessageContaining("execute.yml: ")
                .hasMessageContaining(message);
    }
}
