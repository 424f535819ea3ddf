/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.ActionType;
import io.fuselink.events.Instruction;
import io.fuselink.events.PartyType;
import io.fuselink.events.SubjectType;
import io.fuselink.events.TargetType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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

    /** The legs a level asks for about this kind of subject; freeze requests only where an authority asks. */
    public static List<Rung> rungs(int level, boolean byAuthority, SubjectType subject) {
        var sensible = actions(subject);
        return RUNGS.stream()
                .filter(r -> r.minLevel() <= level && (byAuthority || !r.caseOnly()))
                .filter(r -> sensible.contains(r.action()))
                .toList();
    }

    /** What may be asked about a subject at all: never a whole cell, platform or campaign; a victim is only warned. */
    private static Set<ActionType> actions(SubjectType subject) {
        return switch (subject) {
            case NUMBER -> EnumSet.allOf(ActionType.class);
            case BINDING, LEASE, TRUNK -> EnumSet.of(ActionType.THROTTLE, ActionType.LEAD);
            case DEVICE -> EnumSet.of(ActionType.BLOCK, ActionType.LEAD);
            case CALL -> EnumSet.of(ActionType.BLOCK);
            case ACCOUNT -> EnumSet.of(ActionType.FREEZE_REQUEST, ActionType.LEAD);
            case VICTIM -> EnumSet.of(ActionType.WARN);
            case CELL, PLATFORM, CAMPAIGN -> EnumSet.noneOf(ActionType.class);
        };
    }

    /** What an instruction lets the breaker do: a freeze is no block. */
    public static boolean serves(Instruction instruction, ActionType action) {
        return switch (instruction) {
            case BLOCK, SUSPEND -> true;
            case FREEZE, STOP_PAY ->
                    action == ActionType.FREEZE_REQUEST || action == ActionType.LEAD;
            case VERIFY, LIFT, INFO -> false;
        };
    }

    /** The subject a police push makes of its target. */
    public static SubjectType subject(TargetType target) {
        return switch (target) {
            case NUMBER, INITIATOR -> SubjectType.NUMBER;
            case BINDING -> SubjectType.BINDING;
            case LEASE -> SubjectType.LEASE;
            case TRUNK -> SubjectType.TRUNK;
            case DEVICE -> SubjectType.DEVICE;
            case CALL_LEG -> SubjectType.CALL;
            case ACCOUNT, ACCOUNTS_OF -> SubjectType.ACCOUNT;
            case CALLEE, CALLEES_OF -> SubjectType.VICTIM;
        };
    }

    /** What a leg points at: never a whole middle number; warnings go to the people called, never to who called (domain.md §6.4). */
    public static TargetType target(ActionType action, SubjectType subject) {
        return switch (subject) {
            case NUMBER ->
                    switch (action) {
                        case WARN -> TargetType.CALLEES_OF;
                        case FREEZE_REQUEST -> TargetType.ACCOUNTS_OF;
                        case BLOCK, THROTTLE, TAG, LEAD, REVERIFY -> TargetType.NUMBER;
                    };
            case VICTIM -> TargetType.CALLEE;
            case ACCOUNT -> TargetType.ACCOUNT;
            case BINDING -> TargetType.BINDING;
            case LEASE -> TargetType.LEASE;
            case TRUNK -> TargetType.TRUNK;
            case DEVICE -> TargetType.DEVICE;
            case CALL -> TargetType.CALL_LEG;
            case CELL, PLATFORM, CAMPAIGN ->
                    throw new IllegalArgumentException("nothing is asked about a " + subject);
        };
    }
}
