/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;

/** E16: a human decides about a bundle or one leg of it; audited, and later a label. */
public record Decision(
        @Wire(value = "id of the decision", privacy = P1) String decisionId,
        @Wire(value = "the bundle", privacy = P1) String bundleId,
        @Wire(value = "one leg; absent = every leg", privacy = P1, optional = true) String legId,
        @Wire("what is decided") Verb verb,
        @Wire("who decides") String by,
        @Wire("why") String reason,
        @Wire(value = "when", unit = "epoch ms UTC") long at) {}
