/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fuselink.dashboards.Catalogue;
import io.fuselink.dashboards.Dashboard;
import io.fuselink.dashboards.Filter;
import io.fuselink.dashboards.Panel;
import io.fuselink.dashboards.SavedSearch;
import io.fuselink.dashboards.View;
import java.util.ArrayList;

/** The catalogue's panels and lists, with the answers of Elasticsearch for what the analyst looks at. */
final class Dashboards {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_LIST = 100;

    /** Elasticsearch pages no further than 10 000 documents. */
    private static final int DEEPEST = 10_000 - LONGEST_LIST;

    private final Catalogue catalogue;
    private final Archive archive;
    private final JsonNode described;

    Dashboards(Catalogue catalogue, Archive archive) {
        this.catalogue = catalogue;
        this.archive = archive;
        this.described = describe();
    }

    /** Every dashboard, panel and list, and the words for them: all a browser needs once. */
    JsonNode catalogue() {
        return described;
    }

    /** The span of event time that there is anything about. */
    JsonNode span() {
        var span = archive.span();
        return JSON.createObjectNode().put("from", span[0]).put("to", span[1]);
    }

    /** Elasticsearch's answer to a panel. */
    JsonNode panel(String id, JsonNode request) {
        var panel =
                catalogue
                        .panel(id)
                        .orElseThrow(() -> new Refusal(404, "There is no panel " + id + "."));
        return archive.ask(panel.search(view(request)));
    }

    /** A page of a list. */
    JsonNode list(String id, JsonNode request) {
        var list =
                catalogue
                        .search(id)
                        .orElseThrow(() -> new Refusal(404, "There is no list " + id + "."));
        var from = Math.min(DEEPEST, Math.max(0, request.path("skip").asInt()));
        var size = Math.min(LONGEST_LIST, Math.max(1, request.path("size").asInt(10)));
        var found =
                archive.ask(
                        list.search(
                                view(request), request.path("containing").asText(), from, size));
        var answer = JSON.createObjectNode();
        answer.put("total", found.at("/hits/total/value").asLong());
        var rows = answer.putArray("rows");
        found.at("/hits/hits").forEach(hit -> rows.add(hit.get("_source")));
        return answer;
    }

    private static View view(JsonNode request) {
        var filters = new ArrayList<Filter>();
        for (var filter : request.path("filters")) {
            filters.add(new Filter(filter.path("field").asText(), filter.path("value").asText()));
        }
        return new View(request.path("from").asLong(), request.path("to").asLong(), filters);
    }

    private ObjectNode describe() {
        var all = JSON.createObjectNode();
        var boards = all.putArray("dashboards");
        catalogue.dashboards().forEach(dashboard -> boards.add(described(dashboard)));
        var panels = all.putObject("panels");
        catalogue.panels().forEach(panel -> panels.set(panel.id(), described(panel)));
        var lists = all.putObject("searches");
        catalogue.searches().forEach(list -> lists.set(list.id(), described(list)));
        all.set("labels", catalogue.labels());
        return all;
    }

    private static ObjectNode described(Dashboard dashboard) {
        var node = JSON.createObjectNode();
        node.put("id", dashboard.id());
        node.put("title", dashboard.title());
        node.put("question", dashboard.question());
        node.set("tiles", JSON.valueToTree(dashboard.tiles()));
        return node;
    }

    /** The query stays here; the browser gets the answer. */
    private static ObjectNode described(Panel panel) {
        var node = JSON.createObjectNode();
        node.put("title", panel.title());
        node.put("description", panel.description());
        var spec = panel.spec().deepCopy();
        ((ObjectNode) spec.get("data")).remove("url");
        node.set("spec", spec);
        return node;
    }

    private static ObjectNode described(SavedSearch list) {
        var node = JSON.createObjectNode();
        node.put("title", list.title());
        node.put("description", list.description());
        var columns = node.putArray("columns");
        list.columns()
                .forEach(
                        column ->
                                columns.addObject()
                                        .put("field", column)
                                        .put("type", list.family().type(column)));
        return node;
    }
}
