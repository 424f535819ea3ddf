/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** The command a party receives: apply or lift one leg. Distinct by (leg, command), however often it is delivered. */
public record Action(
        String legId,
        String bundleId,
        int version,
        Command command,
        ActionType action,
        String party,
        PartyType partyType,
        TargetType targetType,
        String targetTk,
        int level,
        String reasonCode,
        String legalBasis,
        long issuedAt,
        long expiresAt,
        long verifyDeadline)
        implements Ordered {

    @Override
    public long orderTime() {
        return issuedAt;
    }

    @Override
    public String orderId() {
        return legId + command;
    }
}
