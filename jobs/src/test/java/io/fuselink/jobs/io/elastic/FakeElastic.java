/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Speaks {@code _bulk} over real HTTP and answers as the story says; what it takes, it keeps. */
final class FakeElastic implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** {@code index/id} → document, as last taken. */
    final Map<String, JsonNode> taken = new ConcurrentHashMap<>();

    /** Action lines in order of arrival. */
    final Queue<JsonNode> actions = new ConcurrentLinkedQueue<>();

    private final Queue<Integer> wholeAnswers = new ConcurrentLinkedQueue<>();
    private final Map<String, Queue<Integer>> itemAnswers = new ConcurrentHashMap<>();
    private final HttpServer server;

    FakeElastic() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/_bulk", this::bulk);
        server.start();
    }

    ElasticSettings settings() {
        return ElasticSettings.of("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next requests are answered with these, before any document is looked at. */
    FakeElastic answering(Integer... statuses) {
        wholeAnswers.addAll(List.of(statuses));
        return this;
    }

    /** The next attempts to write this id are answered with these. */
    FakeElastic answering(String id, Integer... statuses) {
        itemAnswers.put(id, new ArrayDeque<>(List.of(statuses)));
        return this;
    }

    private void bulk(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var whole = wholeAnswers.poll();
        if (whole == null) {
            answer(exchange, 200, "{\"items\":[" + String.join(",", items(body)) + "]}");
        } else {
            answer(exchange, whole, "{\"error\":\"as told\"}");
        }
    }

    private List<String> items(String body) throws IOException {
        var lines = body.split("\n");
        var items = new ArrayList<String>();
        for (var i = 0; i < lines.length; i += 2) {
            items.add(item(JSON.readTree(lines[i]).get("index"), JSON.readTree(lines[i + 1])));
        }
        return items;
    }

    private String item(JsonNode action, JsonNode document) {
        actions.add(action);
        var id = action.get("_id").asText();
        var told = itemAnswers.getOrDefault(id, new ArrayDeque<>()).poll();
        var status = told == null ? 201 : told;
        if (status < 300) {
            taken.put(action.get("_index").asText() + "/" + id, document);
            return "{\"index\":{\"status\":" + status + "}}";
        }
        return """
               {"index":{"status":%d,"error":{"type":"told","reason":"because. Preview of field's value: 'secret'"}}}"""
                .formatted(status);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
