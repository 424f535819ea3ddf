/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fuselink.events.token.Tokenizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The board before a server that answers as Elasticsearch does. */
final class BoardTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BUNDLE = "0123456789abcdef0123456789abcdef";
    private static final String LEG = "fedcba9876543210fedcba9876543210";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> decided = new ArrayList<>();
    private HttpServer archive;
    private RestClient elastic;
    private Board board;

    @BeforeEach
    void start() throws IOException {
        archive = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        archive.createContext("/", this::answer);
        archive.start();
        elastic =
                RestClient.builder(new HttpHost("127.0.0.1", archive.getAddress().getPort()))
                        .build();
        board =
                Board.start(
                        0,
                        elastic,
                        Tokenizer::sandbox,
                        (bundle, leg, verb, by, reason) -> {
                            decided.add(String.join("|", bundle, leg, verb.name(), by, reason));
                            return LEG;
                        });
    }

    @AfterEach
    void stop() throws IOException {
        board.close();
        elastic.close();
        archive.stop(0);
    }

    /** One bundle with one leg, and nothing else. */
    private void answer(HttpExchange exchange) throws IOException {
        var query = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestURI().getPath() + " " + query);
        var source =
                query.contains(BUNDLE) || query.contains(LEG)
                        ? "{\"_source\":{\"bundle_id\":\"%s\",\"leg_id\":\"%s\"}}"
                                .formatted(BUNDLE, LEG)
                        : "";
        var bytes =
                "{\"hits\":{\"total\":{\"value\":0},\"hits\":[%s]}}"
                        .formatted(source)
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    // ---- who is let in

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "http://evil.example, application/json",
                "null, application/json",
                "-, application/json",
                "ours, text/plain",
                "ours, -"
            })
    void aStrangersPageCannotPost(String origin, String type) throws Exception {
        var request = post("/api/decisions/" + BUNDLE, "{}");
        request.setHeader("Content-Type", type == null ? "" : type);
        if (origin != null) {
            request.setHeader("Origin", origin.equals("ours") ? board.uri().toString() : origin);
        }
        if (origin == null) {
            request = bare("/api/decisions/" + BUNDLE).header("Content-Type", type);
            request.POST(HttpRequest.BodyPublishers.ofString("{}"));
        }

        assertThat(send(request).statusCode()).isEqualTo(403);
        assertThat(decided).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example:%d", "127.0.0.1"})
    void aNameThatAStrangerPointsHereIsRefused(String host) throws Exception {
        try (var socket = new Socket("127.0.0.1", board.uri().getPort())) {
            var request =
                    "GET /api/catalogue HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(host.formatted(board.uri().getPort()));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            assertThat(answer.readLine()).contains("403");
        }
    }

    @Test
    void noPageMayFrameTheBoardOrLoadFromElsewhere() throws Exception {
        var headers = send(bare("/d/situation")).headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy ->
                                assertThat(policy)
                                        .contains("default-src 'none'", "frame-ancestors 'none'")
                                        .doesNotContain("http"));
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    @Test
    void itListensOnThisMachineOnly() {
        assertThat(board.uri().getHost()).isEqualTo("127.0.0.1");
    }

    // ---- pages

    @Test
    void aPageLoadsOnlyWhatTheBoardHas() throws Exception {
        for (var page : List.of("/d/situation", "/decide/" + BUNDLE)) {
            var html = send(bare(page)).body();
            var loaded =
                    Pattern.compile("(?:src|href)=\"(/(?:web|webjars)/[^\"]+)\"")
                            .matcher(html)
                            .results()
                            .map(found -> found.group(1))
                            .toList();
            assertThat(loaded).isNotEmpty();
            for (var file : loaded) {
                assertThat(send(bare(file)).statusCode()).as(file).isEqualTo(200);
            }
        }
    }

    @Test
    void theBrowserGetsNoQueries() throws Exception {
        var catalogue = send(bare("/api/catalogue")).body();

        assertThat(JSON.readTree(catalogue).at("/dashboards")).hasSize(8);
        assertThat(catalogue).doesNotContain("date_histogram", "%context%", "fixed_interval");
    }

    @Test
    void aPanelIsAskedForTheSpanAndTheFiltersOfTheAnalyst() throws Exception {
        var answer =
                send(
                        post(
                                "/api/panels/leg-states",
                                "{\"from\":5000,\"to\":9000,\"filters\":[{\"field\":\"party\",\"value\":\"bank\"}]}"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(asked)
                .singleElement()
                .asString()
                .startsWith("/fuselink-legs/_search")
                .contains("\"gte\":5000,\"lt\":10000", "{\"term\":{\"party\":\"bank\"}}");
    }

    @Test
    void whatThereIsNotIsSaid() throws Exception {
        assertThat(send(post("/api/panels/none", "{}")).statusCode()).isEqualTo(404);
        assertThat(send(post("/api/searches/none", "{}")).statusCode()).isEqualTo(404);
        assertThat(send(post("/api/panels/leg-states", "no json")).statusCode()).isEqualTo(400);
    }

    @Test
    void withoutElasticsearchThePageIsToldInASentence() throws Exception {
        archive.stop(0);

        var answer = send(post("/api/panels/leg-states", "{}"));

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(said(answer).path("error").asText()).isNotEmpty();
    }

    // ---- numbers

    @Test
    void digitsBecomeATokenAndAMask() throws Exception {
        var answer = send(post("/api/number", "{\"typed\":\" 138 0013 8000 \"}"));

        assertThat(said(answer).at("/tokens/0").asText())
                .isEqualTo(Tokenizer.sandbox().token("CN:M:13800138000"));
        assertThat(said(answer).path("display").asText()).isEqualTo("138******00");
        assertThat(answer.body()).doesNotContain("13800138000");
    }

    @Test
    void aTokenStaysItself() throws Exception {
        assertThat(
                        said(send(post("/api/number", "{\"typed\":\"%s\"}".formatted(BUNDLE))))
                                .at("/tokens/0")
                                .asText())
                .isEqualTo(BUNDLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "13800", "hello", "138****8000"})
    void whatStandsForNobodyIsRefusedWithoutRepeatingIt(String typed) throws Exception {
        var answer =
                send(post("/api/number", JSON.createObjectNode().put("typed", typed).toString()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(typed.isEmpty() || !answer.body().contains(typed)).isTrue();
    }

    // ---- decisions

    @Test
    void aDecisionIsPassedOn() throws Exception {
        var answer =
                send(post("/api/decisions/" + BUNDLE, decision("APPROVE", LEG, " 王警官 ", "证据属实")));

        assertThat(said(answer).path("decision_id").asText()).isEqualTo(LEG);
        assertThat(decided).containsExactly(BUNDLE + "|" + LEG + "|APPROVE|王警官|证据属实");
    }

    @Test
    void withoutALegItIsAboutAllOfThem() throws Exception {
        send(post("/api/decisions/" + BUNDLE, decision("LIFT", "", "wang", "mistaken")));

        assertThat(decided).containsExactly(BUNDLE + "|null|LIFT|wang|mistaken");
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVE, '', '', reason",
        "APPROVE, '', wang, ' '",
        "FORGIVE, '', wang, reason",
        "'', '', wang, reason",
        "APPROVE, 00000000000000000000000000000000, wang, reason"
    })
    void nameReasonVerbAndLegMustBeThere(String verb, String leg, String by, String reason)
            throws Exception {
        var answer = send(post("/api/decisions/" + BUNDLE, decision(verb, leg, by, reason)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(said(answer).path("error").asText()).contains(" · ");
        assertThat(decided).isEmpty();
    }

    @Test
    void anEndlessReasonIsRefused() throws Exception {
        var answer =
                send(
                        post(
                                "/api/decisions/" + BUNDLE,
                                decision("LIFT", "", "wang", "x".repeat(1_001))));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(decided).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"not-an-id, 400", "00000000000000000000000000000000, 404"})
    void aBundleThatIsNotThereCannotBeDecidedAbout(String id, int status) throws Exception {
        assertThat(send(bare("/api/decisions/" + id)).statusCode()).isEqualTo(status);
        assertThat(
                        send(post("/api/decisions/" + id, decision("LIFT", "", "wang", "why")))
                                .statusCode())
                .isEqualTo(status);
        assertThat(decided).isEmpty();
    }

    private static String decision(String verb, String leg, String by, String reason) {
        return JSON.createObjectNode()
                .put("verb", verb)
                .put("leg_id", leg)
                .put("by", by)
                .put("reason", reason)
                .toString();
    }

    private HttpRequest.Builder bare(String path) {
        return HttpRequest.newBuilder(board.uri().resolve(path));
    }

    /** As the board's own page posts. */
    private HttpRequest.Builder post(String path, String body) {
        return bare(path)
                .setHeader("Origin", board.uri().toString())
                .setHeader("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode said(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
