/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;
import static io.fuselink.events.Privacy.P2;

/** A number was seen in a cell without making a call. */
public record Sighting(
        @Wire(value = "who was seen", privacy = P1, unit = "token") String subjectTk,
        @Wire(value = "where", privacy = P1, unit = "token") String cellTk,
        @Wire(
                        value = "area of the cell",
                        privacy = P2,
                        unit = "geohash, 5 characters",
                        optional = true)
                String cellGeohash5) {}
