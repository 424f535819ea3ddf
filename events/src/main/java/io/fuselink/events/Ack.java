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
        @Wire(value = "why, where it did not", optional = true) String reason) {}
