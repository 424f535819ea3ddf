/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;

/** The part every event of every feed carries. */
public record Header(
        @Wire(
                        value = "unique per provider; the same fact pushed twice has the same id",
                        privacy = P1,
                        unit = "1–100 characters")
                String eventId,
        @Wire("kind of supplying party") Source source,
        @Wire("the supplying party itself") String provider,
        @Wire(value = "when it happened", unit = "epoch ms UTC") long eventTime,
        @Wire(value = "when the gateway accepted it", unit = "epoch ms UTC") long ingestTime,
        @Wire(value = "version of this contract the writer used", unit = "integer ≥ 1")
                int schemaVer,
        @Wire(value = "correlation id of the writer", optional = true) String trace,
        @Wire(value = "reserved: the deployment's tenant", optional = true) String tenant) {

    /** The version of the contract these records are. */
    public static final int SCHEMA_VERSION = 1;
}
