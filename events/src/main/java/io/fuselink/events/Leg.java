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

    /** The next version of this leg in another state, stamped with the time that state stands for. */
    public Leg moved(LegState to, long when, String by, String why) {
        return new Leg(
                legId,
                bundleId,
                version + 1,
                action,
                party,
                partyType,
                targetType,
                targetTk,
                level,
                to,
                timedOut,
                escalated,
                appealed,
                proposedAt,
                to == LegState.ISSUED ? when : issuedAt,
                to == LegState.ACKED ? when : ackedAt,
                to == LegState.EFFECTIVE ? when : effectiveAt,
                to.closed() ? when : closedAt,
                expiresAt,
                ackDeadline,
                reasonCode,
                legalBasis,
                by,
                why,
                Math.max(when, at));
    }

    /** The next version of this leg with other flags beside the same state. */
    public Leg flagged(
            boolean timedOut,
            boolean escalated,
            boolean appealed,
            long when,
            String by,
            String why) {
        return new Leg(
                legId,
                bundleId,
                version + 1,
                action,
                party,
                partyType,
                targetType,
                targetTk,
                level,
                state,
                timedOut,
                escalated,
                appealed,
                proposedAt,
                issuedAt,
                ackedAt,
                effectiveAt,
                closedAt,
                expiresAt,
                ackDeadline,
                reasonCode,
                legalBasis,
                by,
                why,
                Math.max(when, at));
    }

    /** The next version of this leg with its clocks set, when it is sent. */
    public Leg timed(long expiresAt, long ackDeadline) {
        return new Leg(
                legId,
                bundleId,
                version,
                action,
                party,
                partyType,
                targetType,
                targetTk,
                level,
                state,
                timedOut,
                escalated,
                appealed,
                proposedAt,
                issuedAt,
                ackedAt,
                effectiveAt,
                closedAt,
                expiresAt,
                ackDeadline,
                reasonCode,
                legalBasis,
                changedBy,
                note,
                at);
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return legId;
    }
}
