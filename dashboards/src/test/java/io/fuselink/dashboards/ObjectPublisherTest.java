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
import java.util.Optional;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as Kibana does. */
final class ObjectPublisherTest {
    private HttpServer server;
    private RestClient kibana;
    private volatile int status = 200;
    private volatile String answer = "{\"success\":true,\"successCount\":58}";
    private volatile String request = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        kibana =
                RestClient.builder(new HttpHost("127.0.0.1", server.getAddress().getPort()))
                        .build();
    }

    @AfterEach
    void stop() throws IOException {
        kibana.close();
        server.stop(0);
    }

    @Test
    void everyObjectIsImportedAndReplacesWhatWasThere() {
        assertThat(ObjectPublisher.publish(kibana, Optional.empty())).isEqualTo(58);

        assertThat(request)
                .startsWith("POST /api/saved_objects/_import?overwrite=true\n")
                .contains("kbn-xsrf")
                .contains("osd-xsrf")
                .contains("filename=\"fuselink.ndjson\"")
                .contains(KibanaObjects.ndjson(Catalogue.load(), Optional.empty()));
    }

    @Test
    void whatKibanaDoesNotTakeIsNamed() {
        answer =
                "{\"success\":false,\"errors\":[{\"id\":\"fuselink-situation\",\"error\":{\"type\":\"missing_references\"}}]}";

        assertThatThrownBy(() -> ObjectPublisher.publish(kibana, Optional.empty()))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("fuselink-situation: missing_references");
    }

    @Test
    void anAddressThatIsNotKibanasIsSaid() {
        status = 404;

        assertThatThrownBy(() -> ObjectPublisher.publish(kibana, Optional.empty()))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("--kibana");
    }

    @Test
    void anAbsentKibanaIsSaidInOneSentence() {
        server.stop(0);

        assertThatThrownBy(() -> ObjectPublisher.publish(kibana, Optional.empty()))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("--kibana");
    }

    private void answer(HttpExchange exchange) throws IOException {
        request =
                exchange.getRequestMethod()
                        + " "
                        + exchange.getRequestURI()
                        + "\n"
                        + String.join(" ", exchange.getRequestHeaders().keySet())
                                .toLowerCase(java.util.Locale.ROOT)
                        + "\n"
                        + new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
