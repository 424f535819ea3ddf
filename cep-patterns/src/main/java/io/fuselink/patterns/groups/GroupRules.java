/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.groups;

import io.fuselink.events.GroupKind;
import io.fuselink.events.GroupSnapshot;
import io.fuselink.events.Signal;
import io.fuselink.patterns.Limit;
import io.fuselink.patterns.Limits;
import io.fuselink.patterns.SignalCode;
import java.util.ArrayList;
import java.util.List;

/**
 * What numbers give away together that each of them hides. Two independent things are told of a
 * pool: what it does to strangers (behaviour) and that it comes in through one door (device).
 */
public final class GroupRules {
    private static final long WINDOW_MS = 600_000;

    private GroupRules() {}

    /** The signals this snapshot amounts to, each with the ten event minutes it falls into as its window. */
    public static List<Signal> evaluate(GroupSnapshot group, Limits limits) {
        var signals = new ArrayList<Signal>(4);
        if (usedAsOne(group, limits)) {
            if (busyWithStrangers(group, limits)) {
                signals.add(
                        tell(
                                SignalCode.POOL_BUSY,
                                group.attempts1h(),
                                Limit.S03_ATTEMPTS_1H,
                                group,
                                limits));
            }
            if (pacedAlike(group, limits)) {
                signals.add(
                        tell(
                                SignalCode.POOL_SHARED_INGRESS,
                                group.members(),
                                Limit.S03_MEMBERS,
                                group,
                                limits));
            }
        }
        if (staticGoip(group, limits)) {
            signals.add(
                    tell(
                            SignalCode.S04_STATIC_GOIP,
                            group.members(),
                            Limit.S04_MEMBERS,
                            group,
                            limits));
            signals.add(
                    tell(
                            SignalCode.S04_ONE_WAY_TRAFFIC,
                            group.attempts1h(),
                            Limit.S04_ATTEMPTS_1H,
                            group,
                            limits));
        }
        return List.copyOf(signals);
    }

    /**
     * Many numbers behind one door, none standing out, none on an errand. People under one cell share
     * nothing but the air; couriers of one lease are covered by bindings.
     */
    private static boolean usedAsOne(GroupSnapshot group, Limits limits) {
        return group.kind() != GroupKind.CELL
                && group.members() >= limits.get(Limit.S03_MEMBERS)
                && group.evenness1h() >= limits.get(Limit.S03_EVENNESS)
                && !(group.purpose() != null && group.purpose().errand())
                && !(group.boundShare24h() > limits.get(Limit.S03_BOUND_SHARE));
    }

    private static boolean busyWithStrangers(GroupSnapshot group, Limits limits) {
        return group.attempts1h() >= limits.get(Limit.S03_ATTEMPTS_1H)
                && group.politeMembers() >= limits.get(Limit.S03_POLITE_SHARE) * group.members()
                && group.distinctCalleeShare1h() >= limits.get(Limit.S03_DISTINCT_CALLEES)
                && group.inbound24h() <= limits.get(Limit.S03_INBOUND) * group.attempts1h();
    }

    private static boolean pacedAlike(GroupSnapshot group, Limits limits) {
        return group.attempts1h()
                >= limits.get(Limit.S03_ATTEMPTS_PER_MEMBER) * (double) group.members();
    }

    private static boolean staticGoip(GroupSnapshot group, Limits limits) {
        return group.kind() == GroupKind.DEVICE
                && group.members() >= limits.get(Limit.S04_MEMBERS)
                && group.attempts1h() >= limits.get(Limit.S04_ATTEMPTS_1H)
                && group.inbound24h() <= limits.get(Limit.S04_INBOUND) * group.attempts1h();
    }

    private static Signal tell(
            SignalCode code, double value, Limit limit, GroupSnapshot group, Limits limits) {
        return Signal.of(
                        code.name(),
                        code.family(),
                        group.subject(),
                        value,
                        limits.get(limit),
                        Math.floorDiv(group.at(), WINDOW_MS) * WINDOW_MS,
                        group.at(),
                        limits.version(),
                        List.of())
                .withMembers(group.memberTks())
                .withContext(group.purpose(), List.of(group.kind() + ":" + group.groupKey()));
    }
}
