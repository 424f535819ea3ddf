/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.victim;

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
 * A person cut off while worked on (S21): calls to them are forwarded, or the warning line's call is
 * missed, within two hours of a relay or a script. Only ever an alert about the victim, for a human to
 * go and see. Look-alikes: who forwards to a voice box on an ordinary day; who misses a call.
 */
public final class Isolation implements FraudPattern {
    private static final long serialVersionUID = 1;

    static final String WORKED_ON = "worked-on";
    static final String CUT_OFF = "cut-off";

    @Override
    public String id() {
        return "isolation";
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
        return Set.of(SubjectType.VICTIM);
    }

    @Override
    public Set<SignalCode> reads() {
        return Set.of(
                SignalCode.STRANGER_LONG_CALL,
                SignalCode.SCRIPT_STAGE_THREAT,
                SignalCode.SCRIPT_STAGE_STEER,
                SignalCode.SCRIPT_STAGE_TRANSFER,
                SignalCode.S21_FORWARDED,
                SignalCode.S21_WARNING_MISSED);
    }

    @Override
    public int levelCap() {
        return 1;
    }

    @Override
    public String sentence() {
        return "A person worked on by strangers can no longer be reached.";
    }

    @Override
    public String leavesAlone() {
        return "forwarding to a voice box on an ordinary day; a missed call: nobody works on them";
    }

    @Override
    public Pattern<Signal, ?> pattern() {
        return Pattern.<Signal>begin(WORKED_ON, AfterMatchSkipStrategy.noSkip())
                .where(
                        StageCondition.told(
                                SignalCode.STRANGER_LONG_CALL,
                                SignalCode.SCRIPT_STAGE_THREAT,
                                SignalCode.SCRIPT_STAGE_STEER,
                                SignalCode.SCRIPT_STAGE_TRANSFER))
                .followedBy(CUT_OFF)
                .where(StageCondition.told(SignalCode.S21_FORWARDED, SignalCode.S21_WARNING_MISSED))
                .within(Duration.ofHours(2));
    }

    @Override
    public List<Finding> conclude(Map<String, List<Signal>> match) {
        var story = List.of(match.get(WORKED_ON).get(0), match.get(CUT_OFF).get(0));
        return List.of(Findings.of(this, levelCap(), story.get(0).subject(), story));
    }
}
