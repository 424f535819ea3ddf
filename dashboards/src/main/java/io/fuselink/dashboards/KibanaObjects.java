/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue as saved objects of Kibana 7.10, the form that Kibana up to the next major version and
 * OpenSearch Dashboards can import: index patterns, Vega visualizations, searches, dashboards. Ids are
 * the names of the files, so that importing again replaces.
 */
final class KibanaObjects {
    private static final String PREFIX = "fuselink-";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Catalogue catalogue;
    private final Optional<String> board;
    private final List<ObjectNode> objects = new ArrayList<>();

    private KibanaObjects(Catalogue catalogue, Optional<String> board) {
        this.catalogue = catalogue;
        this.board = board;
    }

    /**
     * One object a line, what is referred to first.
     *
     * @param board address of a board whose decision page the ids of bundles lead to; empty for none
     */
    static String ndjson(Catalogue catalogue, Optional<String> board) {
        return new KibanaObjects(catalogue, board).lines();
    }

    private String lines() {
        for (var family : IndexFamily.values()) {
            add(indexPattern(family));
        }
        catalogue.panels().forEach(panel -> add(visualization(panel)));
        catalogue.searches().forEach(search -> add(search(search)));
        catalogue.dashboards().forEach(dashboard -> add(dashboard(dashboard)));
        var lines = new StringBuilder();
        objects.forEach(object -> lines.append(object).append('\n'));
        return lines.toString();
    }

    private void add(ObjectNode object) {
        objects.add(object);
    }

    private static ObjectNode object(String type, String id, String since) {
        var object = NODES.objectNode();
        object.put("id", id);
        object.put("type", type);
        object.putObject("attributes");
        object.putArray("references");
        object.putObject("migrationVersion").put(type, since);
        return object;
    }

    private static ObjectNode attributes(ObjectNode object) {
        return (ObjectNode) object.get("attributes");
    }

    // ---- index patterns

    private ObjectNode indexPattern(IndexFamily family) {
        var object = object("index-pattern", family.wireName(), "7.6.0");
        var attributes = attributes(object);
        attributes.put("title", family.pattern());
        attributes.put("timeFieldName", SavedSearch.TIME_FIELD);
        attributes.put("fields", fields(family).toString());
        if (board.isPresent() && family.has("bundle_id")) {
            attributes.put("fieldFormatMap", decisionLink(board.get()).toString());
        }
        return object;
    }

    /** Kibana renews this list by itself; it must be there for panels to work before. */
    private static ArrayNode fields(IndexFamily family) {
        var fields = NODES.arrayNode();
        family.leaves()
                .forEach(
                        (path, type) ->
                                fields.addObject()
                                        .put("name", path)
                                        .put("type", kibanaType(type))
                                        .put("searchable", true)
                                        .put("aggregatable", true)
                                        .put("readFromDocValues", true)
                                        .put("count", 0)
                                        .put("scripted", false)
                                        .putArray("esTypes")
                                        .add(type));
        return fields;
    }

    private static String kibanaType(String type) {
        return switch (type) {
            case "keyword" -> "string";
            case "integer", "long", "double" -> "number";
            default -> type;
        };
    }

    private static ObjectNode decisionLink(String board) {
        var formats = NODES.objectNode();
        formats.putObject("bundle_id")
                .put("id", "url")
                .putObject("params")
                .put("urlTemplate", board + "/decide/{{value}}")
                .put("labelTemplate", "{{value}}")
                .put("openLinkInCurrentTab", false);
        return formats;
    }

    // ---- panels and lists

    private static ObjectNode visualization(Panel panel) {
        var object = object("visualization", PREFIX + panel.id(), "7.10.0");
        var attributes = attributes(object);
        attributes.put("title", panel.title());
        attributes.put("description", panel.description());
        var state = NODES.objectNode();
        state.put("title", panel.title());
        state.put("type", "vega");
        state.putArray("aggs");
        state.putObject("params").put("spec", panel.spec().toPrettyString());
        attributes.put("visState", state.toString());
        attributes.put("uiStateJSON", "{}");
        attributes.put("version", 1);
        var source = NODES.objectNode();
        source.putObject("query").put("query", "").put("language", "lucene");
        source.putArray("filter");
        attributes.set("kibanaSavedObjectMeta", searchSource(source));
        return object;
    }

    private static ObjectNode search(SavedSearch search) {
        var object = object("search", PREFIX + search.id(), "7.9.3");
        var attributes = attributes(object);
        attributes.put("title", search.title());
        attributes.put("description", search.description());
        attributes.put("hits", 0);
        attributes.put("version", 1);
        search.columns().forEach(attributes.putArray("columns")::add);
        attributes
                .putArray("sort")
                .addArray()
                .add(search.sort())
                .add(search.ascending() ? "asc" : "desc");
        var source = NODES.objectNode();
        source.putObject("query").put("query", search.query()).put("language", "lucene");
        source.putArray("filter");
        source.put("indexRefName", "kibanaSavedObjectMeta.searchSourceJSON.index");
        attributes.set("kibanaSavedObjectMeta", searchSource(source));
        reference(
                object,
                "kibanaSavedObjectMeta.searchSourceJSON.index",
                "index-pattern",
                search.family().wireName());
        return object;
    }

    private static ObjectNode searchSource(JsonNode source) {
        return NODES.objectNode().put("searchSourceJSON", source.toString());
    }

    private static void reference(ObjectNode object, String name, String type, String id) {
        ((ArrayNode) object.get("references"))
                .addObject()
                .put("name", name)
                .put("type", type)
                .put("id", id);
    }

    // ---- dashboards

    private static ObjectNode dashboard(Dashboard dashboard) {
        var object = object("dashboard", PREFIX + dashboard.id(), "7.9.3");
        var attributes = attributes(object);
        attributes.put("title", "fuselink " + dashboard.title());
        attributes.put("description", dashboard.question());
        attributes.put("hits", 0);
        attributes.put("timeRestore", false);
        attributes.put("version", 1);
        attributes.put("optionsJSON", "{\"useMargins\":true,\"hidePanelTitles\":false}");
        var panels = NODES.arrayNode();
        for (var tile : dashboard.tiles()) {
            var number = panels.size() + 1;
            var name = "panel_" + number;
            panels.add(panel(tile, String.valueOf(number), name));
            reference(
                    object,
                    name,
                    tile.kind() == Tile.Kind.PANEL ? "visualization" : "search",
                    PREFIX + tile.ref());
        }
        attributes.put("panelsJSON", panels.toString());
        var source = NODES.objectNode();
        source.putObject("query").put("query", "").put("language", "lucene");
        source.putArray("filter");
        attributes.set("kibanaSavedObjectMeta", searchSource(source));
        return object;
    }

    private static ObjectNode panel(Tile tile, String index, String name) {
        var panel = NODES.objectNode();
        panel.put("version", "7.10.0");
        panel.put("panelIndex", index);
        panel.put("panelRefName", name);
        panel.putObject("embeddableConfig");
        panel.putObject("gridData")
                .put("x", tile.x())
                .put("y", tile.y())
                .put("w", tile.w())
                .put("h", tile.h())
                .put("i", index);
        return panel;
    }
}
