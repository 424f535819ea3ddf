/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RoutingHandler;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.Headers;
import io.undertow.util.PathTemplateMatch;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the pages ask, as JSON. Everything that may hold a number or a name comes as a POST, so that it
 * stands in no address; requests are not logged.
 */
final class Api {
    private static final Logger LOG = LoggerFactory.getLogger(Api.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_REQUEST = 64 * 1024;

    private final Dashboards dashboards;
    private final Decisions decisions;
    private final NumberDesk numbers;

    Api(Dashboards dashboards, Decisions decisions, NumberDesk numbers) {
        this.dashboards = dashboards;
        this.decisions = decisions;
        this.numbers = numbers;
    }

    /** One question and its answer. */
    private interface Answer {
        JsonNode to(String id, JsonNode request) throws IOException;
    }

    HttpHandler handler() {
        return new BlockingHandler(
                new RoutingHandler()
                        .get("/catalogue", answering((id, request) -> dashboards.catalogue()))
                        .get("/span", answering((id, request) -> dashboards.span()))
                        .post("/panels/{id}", answering(dashboards::panel))
                        .post("/searches/{id}", answering(dashboards::list))
                        .post("/number", answering((id, request) -> number(request)))
                        .get("/decisions/{id}", answering((id, request) -> decisions.show(id)))
                        .post("/decisions/{id}", answering(decisions::take)));
    }

    private JsonNode number(JsonNode request) {
        var known =
                numbers.look(request.path("typed").asText())
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                400,
                                                "这不是可查询的号码 · These digits stand for nobody: give a whole number, or a token."));
        var answer = JSON.createObjectNode().put("display", known.display());
        known.tokens().forEach(answer.putArray("tokens")::add);
        answer.put("number_class", known.numberClass() == null ? null : known.numberClass().name());
        return answer.put("holder", known.holder());
    }

    private static HttpHandler answering(Answer answer) {
        return exchange -> {
            try {
                send(exchange, 200, answer.to(id(exchange), read(exchange)));
            } catch (Refusal e) {
                LOG.debug("Refused", e);
                send(exchange, e.status(), sentence(e.getMessage()));
            } catch (IOException | RuntimeException e) {
                // The trace names classes and addresses; what was asked stays out of the log.
                LOG.warn("The board could not answer", e);
                send(
                        exchange,
                        502,
                        sentence("暂时无法应答 · The board could not answer; its log says why."));
            }
        };
    }

    private static ObjectNode sentence(String words) {
        return JSON.createObjectNode().put("error", words);
    }

    private static String id(HttpServerExchange exchange) {
        return exchange.getAttachment(PathTemplateMatch.ATTACHMENT_KEY)
                .getParameters()
                .getOrDefault("id", "");
    }

    private static JsonNode read(HttpServerExchange exchange) throws IOException {
        var body = exchange.getInputStream().readNBytes(LONGEST_REQUEST + 1);
        if (body.length > LONGEST_REQUEST) {
            throw new Refusal(413, "The request is longer than a page of the board sends.");
        }
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new Refusal(400, "The request is no JSON.", e);
        }
    }

    private static void send(HttpServerExchange exchange, int status, JsonNode answer)
            throws IOException {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=utf-8");
        exchange.getOutputStream().write(JSON.writeValueAsBytes(answer));
    }
}
