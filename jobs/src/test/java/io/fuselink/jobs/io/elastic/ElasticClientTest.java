/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fuselink.jobs.io.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that cannot work are told at the start, by option. */
final class ElasticClientTest {
    private static final String URL = "http://127.0.0.1:9200";

    @TempDir Path folder;

    @Test
    void anUnknownHostIsToldByItsOption() {
        assertRefused(ElasticSettings.of("http://no-such-host.invalid:9200"), "elastic.url");
    }

    @Test
    void credentialsInTheAddressAreNotTaken() {
        assertThat(ElasticSettings.of("http://127.0.0.1:9200").flaw()).isEmpty();
        assertThat(ElasticSettings.of("127.0.0.1:9200").flaw()).isPresent();
        assertThat(ElasticSettings.of("http://u:p@127.0.0.1:9200").flaw()).isPresent();
    }

    @Test
    void aUserNeedsAPasswordAndNoKey() {
        assertRefused(
                new ElasticSettings(URL, "u", null, null, null),
                "elastic.user and elastic.password-file go together");
        assertRefused(
                new ElasticSettings(URL, "u", "p", "k", null),
                "elastic.user and elastic.api-key-file exclude each other");
    }

    @Test
    void anEmptySecretIsToldByItsFile() throws IOException {
        var empty = Files.createFile(folder.resolve("key")).toString();

        assertRefused(new ElasticSettings(URL, null, null, empty, null), "elastic.api-key-file");
    }

    @Test
    void anAuthorityMustBeACertificate() throws IOException {
        var ca = Files.writeString(folder.resolve("ca.pem"), "not a certificate").toString();

        assertRefused(
                new ElasticSettings("https://127.0.0.1:9200", null, null, null, ca), "elastic.ca");
    }

    private static void assertRefused(ElasticSettings settings, String sentence) {
        assertThatThrownBy(() -> ElasticClient.open(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(sentence);
    }
}
