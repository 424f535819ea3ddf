/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One question of the centre, and the panels and lists that answer it.
 *
 * @param id name of its file
 * @param title Chinese and English with {@code " · "} between, and likewise the question
 */
public record Dashboard(String id, String title, String question, List<Tile> tiles) {
    static final int COLUMNS = 48;

    public Dashboard {
        tiles = List.copyOf(tiles);
    }

    /** Tiles flow from left to right; one that does not fit begins a new row below the highest. */
    static Dashboard of(String id, JsonNode file) {
        var tiles = new ArrayList<Tile>();
        int x = 0;
        int y = 0;
        int rowHeight = 0;
        for (var tile : file.path("tiles")) {
            var w = tile.path("w").asInt();
            var h = tile.path("h").asInt();
            if (x + w > COLUMNS) {
                x = 0;
                y += rowHeight;
                rowHeight = 0;
            }
            tiles.add(
                    tile.has("panel")
                            ? new Tile(Tile.Kind.PANEL, tile.get("panel").asText(), x, y, w, h)
                            : new Tile(Tile.Kind.SEARCH, tile.path("search").asText(), x, y, w, h));
            x += w;
            rowHeight = Math.max(rowHeight, h);
        }
        return new Dashboard(
                id, file.path("title").asText(), file.path("question").asText(), tiles);
    }
}
