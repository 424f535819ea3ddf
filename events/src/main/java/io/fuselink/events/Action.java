/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import java.util.List;

/**
 * The command a party receives about one leg. Distinct by (leg, command), however often it is delivered.
 *
 * @param epoch holder of the number: the action ends with the tenure; 0 where holders do not change
 * @param round which order of the same action to the same party in the bundle this is, from 1 on; an
 *     action stands while any round of it is in force
 * @param probeUntil of a {@link Command#PROBE}: until when calls pass; 0 otherwise
 * @param callees of a warning: whom to warn, newest call first, each once
 */
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
        long verifyDeadline,
        int epoch,
        int round,
        long probeUntil,
        List<String> callees,
        Urgency urgency)
        implements Ordered {

    /** A command of the first round about what has no holder, to be served like any other. */
    public Action(
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
            long verifyDeadline) {
        this(
                legId,
                bundleId,
                version,
                command,
                action,
                party,
                partyType,
                targetType,
                targetTk,
                level,
                reasonCode,
                legalBasis,
                issuedAt,
                expiresAt,
                verifyDeadline,
                0,
                1,
                0,
                List.of(),
                Urgency.NORMAL);
    }

    @Override
    public long orderTime() {
        return issuedAt;
    }

    @Override
    public String orderId() {
        return legId + command;
    }
}
