/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All dashboards with their panels and lists, read from their files. What Kibana and the board show is this. */
public final class Catalogue {
    /** In the order in which a centre works: now, one number, money, leads; then who answers for it and how well. */
    private static final List<String> DASHBOARDS =
            List.of(
                    "situation",
                    "check-number",
                    "control-funds",
                    "share-leads",
                    "responsibility",
                    "wrong-hits",
                    "pilot",
                    "health");

    private final SharedParts shared = new SharedParts();
    private final Map<String, Dashboard> dashboards = new LinkedHashMap<>();
    private final Map<String, Panel> panels = new LinkedHashMap<>();
    private final Map<String, SavedSearch> searches = new LinkedHashMap<>();

    private Catalogue() {
        for (var id : DASHBOARDS) {
            var dashboard = Dashboard.of(id, file("boards", id));
            dashboards.put(id, dashboard);
            dashboard.tiles().forEach(this::read);
        }
    }

    /** Reads every file a dashboard refers to. */
    public static Catalogue load() {
        return new Catalogue();
    }

    private void read(Tile tile) {
        switch (tile.kind()) {
            case PANEL -> panels.computeIfAbsent(tile.ref(), this::readPanel);
            case SEARCH ->
                    searches.computeIfAbsent(
                            tile.ref(), id -> SavedSearch.of(id, file("searches", id)));
        }
    }

    private Panel readPanel(String id) {
        var spec = (ObjectNode) shared.fill(file("panels", id));
        spec.set("config", KibanaClicks.on(spec, shared.part("config").deepCopy()));
        return new Panel(id, spec);
    }

    private static JsonNode file(String folder, String id) {
        return IndexFamily.parse(IndexFamily.resource(folder + "/" + id + ".json"));
    }

    /** In the order of the menu. */
    public List<Dashboard> dashboards() {
        return List.copyOf(dashboards.values());
    }

    public List<Panel> panels() {
        return List.copyOf(panels.values());
    }

    public List<SavedSearch> searches() {
        return List.copyOf(searches.values());
    }

    public Optional<Panel> panel(String id) {
        return Optional.ofNullable(panels.get(id));
    }

    public Optional<SavedSearch> search(String id) {
        return Optional.ofNullable(searches.get(id));
    }

    /** Words for fields and values, by dictionary. */
    public JsonNode labels() {
        return shared.labels();
    }
}
