/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/**
 * One action asked of one party, as it stands now; each change is a new version.
 *
 * @param version rises by one with each change
 * @param timedOut the party let the acknowledgement deadline pass; likewise escalated and appealed: flags beside the state
 * @param expiresAt when it ends by itself, epoch ms
 * @param ackDeadline until when the party must have answered, epoch ms
 * @param changedBy who or what caused this version
 */
public record Leg(
        String legId,
        String bundleId,
        int version,
        ActionType action,
        String party,
        PartyType partyType,
        TargetType targetType,
        String targetTk,
        int level,
        LegState state,
        boolean timedOut,
        boolean escalated,
        boolean appealed,
        long proposedAt,
        long issuedAt,
        long ackedAt,
        long effectiveAt,
        long closedAt,
        long expiresAt,
        long ackDeadline,
        String reasonCode,
        String legalBasis,
        String changedBy,
        String note,
        long at)
        implements Ordered {

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return legId;
    }
}
