/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TemplatePublisherTest {
    private final Map<String, String> taken = new ConcurrentSkipListMap<>();
    private HttpServer server;
    private RestClient elastic;
    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        elastic =
                RestClient.builder(new HttpHost("127.0.0.1", server.getAddress().getPort()))
                        .build();
    }

    @AfterEach
    void stop() throws IOException {
        elastic.close();
        server.stop(0);
    }

    @Test
    void everyFamilyIsPublishedAndAgainChangesNothing() {
        TemplatePublisher.publish(elastic);
        var first = Map.copyOf(taken);
        TemplatePublisher.publish(elastic);

        assertThat(taken).isEqualTo(first).hasSize(IndexFamily.values().length);
        assertThat(taken.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(IndexFamily.values())
                                .map(family -> "PUT /_index_template/" + family.wireName())
                                .toList());
    }

    @Test
    void aRefusalNamesTheTemplateAndTheOptions() {
        status = 403;

        assertThatThrownBy(() -> TemplatePublisher.publish(elastic))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("fuselink-alerts")
                .hasMessageContaining("HTTP 403")
                .hasMessageContaining("elastic.api-key-file");
    }

    @Test
    void anAbsentElasticsearchIsSaidInOneSentence() {
        server.stop(0);

        assertThatThrownBy(() -> TemplatePublisher.publish(elastic))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("elastic.url");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        taken.put(exchange.getRequestMethod() + " " + exchange.getRequestURI(), body);
        var answer = "{\"acknowledged\":true}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
