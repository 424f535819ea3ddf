/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fuselink.sandbox.ExitCodes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against one server that answers as Elasticsearch and as Kibana do. */
class PublishDashboardsCommandTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String address;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(
                exchange.getRequestMethod()
                        + " "
                        + exchange.getRequestURI().getPath()
                        + " "
                        + exchange.getRequestHeaders().getFirst("Authorization")
                        + " "
                        + body);
        var answer = "{\"success\":true,\"successCount\":7}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Test
    void templatesAndDashboardsAreInstalledAsTheUserOfTheOptions(@TempDir Path folder)
            throws IOException {
        var password = Files.writeString(folder.resolve("password"), "secret\n");

        var run =
                Run.of(
                        "publish-dashboards",
                        "--elastic",
                        address,
                        "--kibana",
                        address + "/kibana",
                        "--user",
                        "centre",
                        "--password-file",
                        password.toString(),
                        "--board",
                        "http://127.0.0.1:9000");

        var basic =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString("centre:secret".getBytes(StandardCharsets.UTF_8));
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCodes.OK);
        assertThat(run.out()).contains("7 dashboards, panels and lists").doesNotContain("secret");
        assertThat(asked).allMatch(request -> request.contains(basic));
        assertThat(asked).anyMatch(r -> r.startsWith("PUT /_index_template/fuselink-legs "));
        assertThat(asked)
                .anyMatch(
                        r ->
                                r.startsWith("POST /kibana/api/saved_objects/_import ")
                                        && r.contains("http://127.0.0.1:9000/decide/"));
    }

    @Test
    void withoutKibanaTheTemplatesAreInstalledAndTheFileIsNamed() {
        var run = Run.of("publish-dashboards", "--elastic", address);

        assertThat(run.exit()).isEqualTo(ExitCodes.OK);
        assertThat(run.out()).contains("dashboards/fuselink.ndjson");
        assertThat(asked).noneMatch(request -> request.contains("saved_objects"));
    }

    @Test
    void aUserWithoutAPasswordIsSaidByOption() {
        var run = Run.of("publish-dashboards", "--elastic", address, "--user", "centre");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).contains("--user and --password-file go together");
    }

    @Test
    void anAbsentKibanaIsSaidByOption() {
        var run =
                Run.of(
                        "publish-dashboards",
                        "--elastic",
                        address,
                        "--kibana",
                        "http://nowhere.invalid:5601");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).contains("--kibana");
    }

    @Test
    void anAddressOfABoardThatIsNoneIsRefused() {
        var run = Run.of("publish-dashboards", "--elastic", address, "--board", "127.0.0.1:9000/");

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).contains("--board");
    }
}
