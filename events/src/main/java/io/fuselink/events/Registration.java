/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;

/** E9: a number is opened, changed or given up. Tells one holder's tenure from the next. */
public record Registration(
        @Wire(value = "the number", privacy = P1, unit = "token") String phoneTk,
        @Wire("what happened") TenureChange change,
        @Wire(value = "which holder of the number this is", unit = "integer ≥ 1") int epoch,
        @Wire(value = "identity document", privacy = P1, unit = "token") String idDocTk,
        @Wire("who holds it") HolderType holderType,
        @Wire(value = "the enterprise", optional = true) String entId,
        @Wire(value = "when it was opened", unit = "epoch ms UTC") long openedAt,
        @Wire(value = "when it was first used, 0 = not yet", unit = "epoch ms UTC, or 0")
                long activatedAt,
        @Wire(value = "who sold it", optional = true) String dealerId,
        @Wire("where it was sold") SalesChannel channel,
        @Wire(value = "years the document has been in use", unit = "integer ≥ 0", optional = true)
                Integer docAgeYears,
        @Wire("how far the holder was verified") VerifiedLevel verifiedLevel,
        @Wire(value = "numbers held on this document", unit = "integer ≥ 0", optional = true)
                Integer oneDocCount) {}
