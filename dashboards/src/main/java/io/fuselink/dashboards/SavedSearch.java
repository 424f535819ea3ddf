/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * One list of documents.
 *
 * @param id name of its file
 * @param title Chinese and English with {@code " · "} between, and likewise {@code description}
 * @param columns document fields, as columns from left to right
 * @param sort the field it is sorted by
 * @param ascending the smallest first
 * @param query which documents, in Lucene's query syntax, which every Kibana understands
 */
public record SavedSearch(
        String id,
        String title,
        String description,
        IndexFamily family,
        List<String> columns,
        String sort,
        boolean ascending,
        String query) {
    /** When a document happened: the time field of every index. */
    static final String TIME_FIELD = "at";

    static SavedSearch of(String id, JsonNode file) {
        return new SavedSearch(
                id,
                file.path("title").asText(),
                file.path("description").asText(),
                IndexFamily.of(file.path("index").asText()),
                StreamSupport.stream(file.path("columns").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                file.path("sort").asText(),
                file.path("ascending").asBoolean(),
                file.path("query").asText());
    }

    /**
     * What is sent to Elasticsearch for a page of the list.
     *
     * @param containing text that one of the columns must contain; empty for all
     */
    public Search search(View view, String containing, int from, int size) {
        var all = view.query(family, TIME_FIELD);
        var filters = (ArrayNode) all.at("/bool/filter");
        if (!query.isEmpty()) {
            filters.addObject().putObject("query_string").put("query", query);
        }
        if (!containing.isBlank()) {
            anyColumnContains(filters.addObject().putObject("bool").putArray("should"), containing);
        }
        var body = all.objectNode();
        body.put("from", from).put("size", size).put("track_total_hits", true).set("query", all);
        body.putArray("sort")
                .addObject()
                .putObject(sort)
                .put("order", ascending ? "asc" : "desc")
                .put("unmapped_type", "long");
        var source = body.putArray("_source");
        columns.forEach(source::add);
        idFields().forEach(source::add);
        return new Search(family.pattern(), body);
    }

    /** The bundle a row belongs to leads to its decision page, also where no column shows it. */
    private List<String> idFields() {
        return family.has("bundle_id") && !columns.contains("bundle_id")
                ? List.of("bundle_id")
                : List.of();
    }

    private void anyColumnContains(ArrayNode any, String text) {
        var pattern = "*" + text.strip().replaceAll("([*?\\\\])", "\\\\$1") + "*";
        columns.stream()
                .filter(column -> family.type(column).equals("keyword"))
                .forEach(column -> any.add(wildcard(any.objectNode(), column, pattern)));
    }

    private static ObjectNode wildcard(ObjectNode clause, String column, String pattern) {
        clause.putObject("wildcard")
                .putObject(column)
                .put("value", pattern)
                .put("case_insensitive", true);
        return clause;
    }
}
