/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.ActionType;
import io.fuselink.events.PartyType;
import io.fuselink.events.SubjectType;
import io.fuselink.events.TargetType;
import java.util.List;

/**
 * What each level asks of whom, how long it lasts, and whether a human must approve (domain.md §6.1).
 * The table is the policy: a line is one kind of leg.
 */
public final class Ladder {
    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;

    /** Who lets a leg go out. */
    public enum Approval {
        /** The system, inside the automation limits. */
        AUTOMATIC,
        /** A duty officer. */
        HUMAN,
        /** The authority that pushed the case. */
        AUTHORITY
    }

    /**
     * One kind of leg.
     *
     * @param minLevel lowest level that asks for it
     * @param ttlMs how long it lasts, ms; a case's own expiry wins for {@code AUTHORITY}
     * @param authority who approves when an authority asks
     */
    public record Rung(
            int minLevel,
            ActionType action,
            PartyType party,
            long ttlMs,
            Approval system,
            Approval authority,
            boolean caseOnly) {}

    private static final List<Rung> RUNGS =
            List.of(
                    new Rung(
                            2,
                            ActionType.TAG,
                            PartyType.HANDSET,
                            7 * DAY_MS,
                            Approval.AUTOMATIC,
                            Approval.AUTHORITY,
                            false),
                    new Rung(
                            2,
                            ActionType.WARN,
                            PartyType.HANDSET,
                            DAY_MS,
                            Approval.AUTOMATIC,
                            Approval.AUTHORITY,
                            false),
                    new Rung(
                            2,
                            ActionType.THROTTLE,
                            PartyType.PLATFORM,
                            DAY_MS,
                            Approval.AUTOMATIC,
                            Approval.AUTHORITY,
                            false),
                    new Rung(
                            3,
                            ActionType.BLOCK,
                            PartyType.CARRIER,
                            72 * HOUR_MS,
                            Approval.HUMAN,
                            Approval.AUTHORITY,
                            false),
                    new Rung(
                            3,
                            ActionType.LEAD,
                            PartyType.POLICE,
                            30 * DAY_MS,
                            Approval.HUMAN,
                            Approval.AUTHORITY,
                            false),
                    new Rung(
                            4,
                            ActionType.FREEZE_REQUEST,
                            PartyType.BANK,
                            48 * HOUR_MS,
                            Approval.HUMAN,
                            Approval.AUTHORITY,
                            true));

    private Ladder() {}

    /** The legs a level asks for; freeze requests only where an authority asks. */
    public static List<Rung> rungs(int level, boolean byAuthority) {
        return RUNGS.stream()
                .filter(r -> r.minLevel() <= level && (byAuthority || !r.caseOnly()))
                .toList();
    }

    /** What a leg points at: never a whole middle number, never the victim (domain.md §6.4). */
    public static TargetType target(ActionType action, SubjectType subject) {
        return switch (action) {
            case WARN -> TargetType.CALLEE;
            case FREEZE_REQUEST -> TargetType.ACCOUNT;
            case BLOCK, THROTTLE, TAG, LEAD, REVERIFY ->
                    switch (subject) {
                        case BINDING -> TargetType.BINDING;
                        case LEASE, TRUNK, PLATFORM, CAMPAIGN -> TargetType.LEASE;
                        case DEVICE, CELL -> TargetType.DEVICE;
                        case CALL -> TargetType.CALL_LEG;
                        case NUMBER, VICTIM -> TargetType.NUMBER;
                    };
        };
    }
}
