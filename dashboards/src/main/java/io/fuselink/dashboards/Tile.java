/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

/**
 * A place on a dashboard, on Kibana's grid of 48 columns and rows of 20 pixels.
 *
 * @param kind what stands there
 * @param ref id of the panel or the search
 * @param x columns from the left
 * @param y rows from the top
 * @param w width, columns
 * @param h height, rows
 */
public record Tile(Kind kind, String ref, int x, int y, int w, int h) {
    /** What may stand on a dashboard. */
    public enum Kind {
        PANEL,
        SEARCH
    }
}
