/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.returns;

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
 * A block that only moved the calls on (row 29): within half an hour after a number was broken another
 * one begins to call strangers from the same device, or with the same list behind the same trunk. Says
 * how soon, about the device or trunk and all behind it, so that the door is closed and not one number after
 * the other. Look-alikes: as {@link Phoenix}; a place where numbers begin all day has no such haste.
 */
public final class Displacement implements FraudPattern {
    private static final long serialVersionUID = 1;

    static final String BROKEN = "broken";
    static final String MOVED_ON = "moved-on";

    @Override
    public String id() {
        return "displacement";
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
        return Set.of(SubjectType.DEVICE, SubjectType.TRUNK);
    }

    @Override
    public Set<SignalCode> reads() {
        return Set.of(SignalCode.NUMBER_BROKEN, SignalCode.NUMBER_RISES);
    }

    @Override
    public int levelCap() {
        return 1;
    }

    @Override
    public String sentence() {
        return "Half an hour after a number was broken its calls go on from the next one behind the same door.";
    }

    @Override
    public String leavesAlone() {
        return "colleagues who called before the break; newcomers with other recipients; cells, which are everybody's";
    }

    @Override
    public boolean concerns(Signal signal) {
        return FraudPattern.super.concerns(signal) && signal.initiatorTk() != null;
    }

    @Override
    public Pattern<Signal, ?> pattern() {
        return Pattern.<Signal>begin(BROKEN, AfterMatchSkipStrategy.noSkip())
                .where(StageCondition.told(SignalCode.NUMBER_BROKEN))
                .followedByAny(MOVED_ON)
                .where(
                        StageCondition.told(SignalCode.NUMBER_RISES)
                                .and(BROKEN, Displacement::takesOver))
                .within(Duration.ofMinutes(30));
    }

    private static boolean takesOver(Signal broken, Signal next) {
        return !next.initiatorTk().equals(broken.initiatorTk())
                && next.windowStart() > broken.windowStart()
                && (next.subjectType() == SubjectType.DEVICE || Phoenix.sameList(broken, next));
    }

    @Override
    public List<Finding> conclude(Map<String, List<Signal>> match) {
        var broken = match.get(BROKEN).get(0);
        var next = match.get(MOVED_ON).get(0);
        return List.of(Findings.of(this, levelCap(), broken.subject(), List.of(broken, next)));
    }
}
