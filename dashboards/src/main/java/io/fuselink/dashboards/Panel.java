/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * One chart: a Vega-Lite specification whose {@code data.url} holds its Elasticsearch query with Kibana's
 * macros. What a title or label says is Chinese and English with {@code " · "} between.
 *
 * @param id name of its file
 * @param spec shared parts filled in, as Kibana and the board draw it
 */
public record Panel(String id, ObjectNode spec) {
    private static final String AUTO_INTERVAL = "%autointerval%";
    private static final int BARS = 50;

    /** What it shows, for its heading. */
    public String title() {
        return spec.at("/usermeta/title").asText();
    }

    /** How to read it, in one sentence. */
    public String description() {
        return spec.path("description").asText();
    }

    /** The field that a click on a mark filters by; empty when a click does nothing. */
    public String filterField() {
        return spec.at("/usermeta/filter").asText();
    }

    /** The index family it asks. */
    public IndexFamily family() {
        return IndexFamily.of(index());
    }

    private String index() {
        return url().path("index").asText();
    }

    /** What is sent to Elasticsearch for a view. */
    public Search search(View view) {
        var body = (ObjectNode) resolved(url().path("body"), view);
        body.set("query", view.query(family(), url().path("%timefield%").asText()));
        return new Search(index(), body);
    }

    JsonNode url() {
        return spec.at("/data/url");
    }

    private static JsonNode resolved(JsonNode node, View view) {
        if (node.has(AUTO_INTERVAL)) {
            return TextNode.valueOf(view.interval(node.path(AUTO_INTERVAL).asInt(BARS)));
        }
        if (node instanceof ObjectNode fields) {
            var copy = JsonNodeFactory.instance.objectNode();
            fields.properties().forEach(f -> copy.set(f.getKey(), resolved(f.getValue(), view)));
            return copy;
        }
        if (node instanceof ArrayNode elements) {
            var copy = JsonNodeFactory.instance.arrayNode();
            elements.forEach(element -> copy.add(resolved(element, view)));
            return copy;
        }
        return node;
    }
}
