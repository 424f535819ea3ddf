/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;

/** E12: an approved use of a number, lease or lessee, with its limit; protects inside the limit only. */
public record Purpose(
        @Wire("what it covers") PurposeScope subjectType,
        @Wire(value = "the number's token, the lease or the lessee", privacy = P1) String scope,
        @Wire("approved use") PurposeClass purpose,
        @Wire(value = "approved call attempts", unit = "per hour") int hourlyLimit,
        @Wire("who approved") String approvedBy,
        @Wire(value = "when", unit = "epoch ms UTC") long approvedAt,
        @Wire(value = "until when, at most 180 days", unit = "epoch ms UTC") long expiresAt,
        @Wire("reference of the evidence") String evidenceRef) {}
