/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;

/** E14: a party says what became of an action. Its own time is when the party acted, however late it is heard. */
public record Ack(
        @Wire(value = "the leg", privacy = P1) String legId,
        @Wire(value = "the bundle of the leg", privacy = P1) String bundleId,
        @Wire("who answers") String party,
        @Wire("what it says") AckStatus status,
        @Wire(value = "version of the command it answers", unit = "integer ≥ 1") int version,
        @Wire(value = "when the party acted", unit = "epoch ms UTC") long at,
        @Wire(value = "why, where it did not", optional = true) String reason,
        @Wire(
                        value = "what the action pointed at, as the command named it",
                        privacy = P1,
                        unit = "token or id",
                        optional = true)
                String targetTk,
        @Wire(
                        value = "holder of the number, as the command named it",
                        unit = "integer ≥ 0",
                        optional = true)
                Integer epoch,
        @Wire(value = "what was asked, as the command named it", optional = true)
                ActionType action) {

    /** What a party says that repeats nothing of the command; the proof after effect needs it repeated. */
    public Ack(
            String legId,
            String bundleId,
            String party,
            AckStatus status,
            int version,
            long at,
            String reason) {
        this(legId, bundleId, party, status, version, at, reason, null, null, null);
    }
}
