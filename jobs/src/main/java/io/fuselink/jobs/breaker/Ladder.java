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
 * What each level asks of whom, how long it lasts, and who must approve (domain.md §6.1).
 * The table is the policy: a line is one kind of leg.
 */
public final class Ladder {
    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;

    /** Level of what is shown and warned of, and limits nobody. */
    static final int SHOWN = 1;

    /** Level of what only an authority, or two humans, may have done. */
    static final int TOP_LEVEL = 4;

    /** How long the system alone may suspend where harm is imminent, in ms (§6.1, level 3). */
    static final long IMMINENT_MS = 2 * HOUR_MS;

    /**
     * Detectors of imminent harm: the script of a fraud under way, money that moves after it, and a
     * device that carries many numbers (S17, S19, S04; §6.1).
     */
    private static final Set<String> IMMINENT = Set.of("isolate-and-steer", "transfer-after-call");

    /** Who lets a leg go out. */
    public enum Approval {
        /** The system, inside the automation limits. */
        AUTOMATIC,
        /** A duty officer; two of them at level 4. */
        HUMAN,
        /** The authority that pushed the case. */
        AUTHORITY
    }

    /** Why a rung is there at all. */
    public enum Ground {
        /** The level an assessment reached, or an authority's order. */
        LEVEL,
        /** Only an authority's order: money is never touched on the system's own word. */
        CASE,
        /** Somebody is being defrauded at this moment. */
        VICTIM,
        /** Somebody was made to pay: the bank may be asked, by an officer, to stop the payee's account. */
        LOSS,
        /** One call that shows a number it cannot have: the carrier's duty is to end that call. */
        FORGED_CALL,
        /** The holder of a blocked number is gone. */
        TENURE_END
    }

    /**
     * One kind of leg.
     *
     * @param minLevel lowest level that asks for it
     * @param ttlMs how long it lasts, ms; a case's own expiry wins for {@code AUTHORITY}
     * @param system who approves when the system asks; an authority's orders need nobody else
     */
    public record Rung(
            int minLevel,
            ActionType action,
            PartyType party,
            long ttlMs,
            Approval system,
            Ground ground) {}

    private static final List<Rung> RUNGS =
            List.of(
                    rung(2, ActionType.TAG, PartyType.HANDSET, 7 * DAY_MS, Approval.AUTOMATIC),
                    rung(2, ActionType.WARN, PartyType.HANDSET, DAY_MS, Approval.AUTOMATIC),
                    rung(2, ActionType.THROTTLE, PartyType.PLATFORM, DAY_MS, Approval.AUTOMATIC),
                    rung(3, ActionType.REVERIFY, PartyType.CARRIER, DAY_MS, Approval.AUTOMATIC),
                    rung(3, ActionType.BLOCK, PartyType.CARRIER, 72 * HOUR_MS, Approval.HUMAN),
                    rung(3, ActionType.LEAD, PartyType.POLICE, 30 * DAY_MS, Approval.HUMAN),
                    new Rung(
                            4,
                            ActionType.FREEZE_REQUEST,
                            PartyType.BANK,
                            48 * HOUR_MS,
                            Approval.HUMAN,
                            Ground.CASE),
                    new Rung(
                            1,
                            ActionType.HOLD_SUGGEST,
                            PartyType.BANK,
                            HOUR_MS / 2,
                            Approval.AUTOMATIC,
                            Ground.VICTIM),
                    new Rung(
                            1,
                            ActionType.DISSUADE,
                            PartyType.POLICE,
                            2 * HOUR_MS,
                            Approval.AUTOMATIC,
                            Ground.VICTIM),
                    new Rung(
                            3,
                            ActionType.FREEZE_REQUEST,
                            PartyType.BANK,
                            48 * HOUR_MS,
                            Approval.HUMAN,
                            Ground.LOSS),
                    new Rung(
                            2,
                            ActionType.BLOCK,
                            PartyType.CARRIER,
                            2 * HOUR_MS,
                            Approval.AUTOMATIC,
                            Ground.FORGED_CALL),
                    new Rung(
                            1,
                            ActionType.QUARANTINE,
                            PartyType.CARRIER,
                            90 * DAY_MS,
                            Approval.AUTOMATIC,
                            Ground.TENURE_END));

    private Ladder() {}

    private static Rung rung(
            int minLevel, ActionType action, PartyType party, long ttlMs, Approval system) {
        return new Rung(minLevel, action, party, ttlMs, system, Ground.LEVEL);
    }

    /** The legs a level asks for about this kind of subject; freeze requests only where an authority asks. */
    public static List<Rung> rungs(int level, boolean byAuthority, SubjectType subject) {
        var sensible = actions(subject);
        return RUNGS.stream()
                .filter(r -> r.minLevel() <= level)
                .filter(
                        r ->
                                r.ground() == ground(subject)
                                        || byAuthority && r.ground() == Ground.CASE)
                // An authority that orders a block has identified whom it means.
                .filter(r -> !byAuthority || r.action() != ActionType.REVERIFY)
                .filter(r -> sensible.contains(r.action()))
                .toList();
    }

    /** A single call has no holder who could be throttled or verified first. */
    private static Ground ground(SubjectType subject) {
        return subject == SubjectType.CALL ? Ground.FORGED_CALL : Ground.LEVEL;
    }

    /** The legs that are there on this ground alone. */
    static List<Rung> rungs(Ground ground) {
        return RUNGS.stream().filter(r -> r.ground() == ground).toList();
    }

    /** How long the full block of level 4 lasts when two humans approve it, in ms. */
    static long ttlMs(Rung rung, int level) {
        var whole = rung.action() == ActionType.BLOCK && rung.ground() == Ground.LEVEL;
        return whole && level >= TOP_LEVEL ? 30 * DAY_MS : rung.ttlMs();
    }

    /** How many names must approve what a human must approve. */
    static int approvals(int level) {
        return level >= TOP_LEVEL ? 2 : 1;
    }

    /** Whether what spoke tells of harm that does not wait for a human. */
    static boolean imminent(List<String> detectors) {
        return detectors.stream().anyMatch(IMMINENT::contains);
    }

    /** Whether an action only shows something: what is left when a budget is spent (domain.md §6.6). */
    static boolean onlyShows(ActionType action) {
        return action == ActionType.TAG || action == ActionType.WARN;
    }

    /** Whether an action takes something from whom it hits, so that it must be verified and probed. */
    static boolean restricts(ActionType action) {
        return switch (action) {
            case BLOCK, THROTTLE -> true;
            case TAG, WARN, FREEZE_REQUEST, LEAD, REVERIFY, HOLD_SUGGEST, DISSUADE, QUARANTINE ->
                    false;
        };
    }

    /** What may be asked about a subject at all: never a whole cell, platform or campaign; a victim is only helped. */
    private static Set<ActionType> actions(SubjectType subject) {
        return switch (subject) {
            case NUMBER ->
                    EnumSet.of(
                            ActionType.TAG,
                            ActionType.WARN,
                            ActionType.THROTTLE,
                            ActionType.REVERIFY,
                            ActionType.BLOCK,
                            ActionType.LEAD,
                            ActionType.FREEZE_REQUEST);
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
                        case BLOCK, THROTTLE, TAG, LEAD, REVERIFY, QUARANTINE -> TargetType.NUMBER;
                        case HOLD_SUGGEST, DISSUADE ->
                                throw new IllegalArgumentException("only a victim is helped");
                    };
            case VICTIM ->
                    action == ActionType.HOLD_SUGGEST ? TargetType.ACCOUNT : TargetType.CALLEE;
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
