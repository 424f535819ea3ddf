/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.groups;

import io.fuselink.events.Family;
import io.fuselink.events.Finding;
import io.fuselink.events.Signal;
import io.fuselink.events.SubjectType;
import io.fuselink.patterns.Findings;
import io.fuselink.patterns.FraudPattern;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.StageCondition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * Numbers behind one trunk, lease or device that take turns (S03): busy with strangers, alike behind
 * one door, and still busy in a later window. Look-alikes: couriers of one lease are bound and on an
 * errand; a switchboard with one busy line is uneven; subscribers and offices receive as they call.
 * No single member is accused.
 */
public final class Rotation implements FraudPattern {
    private static final long serialVersionUID = 1;

    static final String BUSY = "busy";
    static final String SHARED = "one-door";
    static final String STILL_BUSY = "still-busy";

    @Override
    public String id() {
        return "rotation";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Family family() {
        return Family.BEHAVIOUR;
    }

    @Override
    public Set<SubjectType> subjectTypes() {
        return Set.of(SubjectType.TRUNK, SubjectType.LEASE, SubjectType.DEVICE);
    }

    @Override
    public Set<SignalCode> reads() {
        return Set.of(SignalCode.POOL_BUSY, SignalCode.POOL_SHARED_INGRESS);
    }

    @Override
    public int levelCap() {
        return 2;
    }

    @Override
    public String sentence() {
        return "Numbers behind one trunk, lease or device take turns calling strangers, each politely.";
    }

    @Override
    public String leavesAlone() {
        return "couriers of one lease: bound; a switchboard with one busy line: uneven; subscribers and offices:"
                + " called as much as they call";
    }

    @Override
    public Pattern<Signal, ?> pattern() {
        return Pattern.<Signal>begin(BUSY, AfterMatchSkipStrategy.noSkip())
                .where(StageCondition.told(SignalCode.POOL_BUSY))
                .followedBy(SHARED)
                .where(StageCondition.told(SignalCode.POOL_SHARED_INGRESS))
                .followedBy(STILL_BUSY)
                .where(
                        StageCondition.told(SignalCode.POOL_BUSY)
                                .and(
                                        BUSY,
                                        (busy, still) -> still.windowStart() > busy.windowStart()))
                .within(Duration.ofHours(1));
    }

    @Override
    public List<Finding> conclude(Map<String, List<Signal>> match) {
        var busy = match.get(BUSY).get(0);
        var shared = match.get(SHARED).get(0);
        var still = match.get(STILL_BUSY).get(0);
        return List.of(Findings.of(this, levelCap(), busy.subject(), List.of(busy, shared, still)));
    }
}
