/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.content;

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
 * A script told over several calls (S17): a number threatens a person, and in a later call of the next
 * day the same number takes over their phone, codes or money. No single call need be suspicious.
 * Look-alikes: a debt collector who threatens again and again but takes over nothing; a threat by one
 * number and a helper's call by another, which may have nothing to do with each other.
 */
public final class ScriptOverCalls implements FraudPattern {
    private static final long serialVersionUID = 1;

    static final String THREAT = "threat";
    static final String TAKES_OVER = "takes-over-later";

    private static final int VICTIM_ALERT = 1;

    @Override
    public String id() {
        return "script-over-calls";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Family family() {
        return Family.CONTENT;
    }

    @Override
    public Set<SubjectType> subjectTypes() {
        return Set.of(SubjectType.VICTIM);
    }

    @Override
    public Set<SignalCode> reads() {
        return Set.of(
                SignalCode.SCRIPT_STAGE_THREAT,
                SignalCode.SCRIPT_STAGE_STEER,
                SignalCode.SCRIPT_STAGE_TRANSFER);
    }

    @Override
    public int levelCap() {
        return 2;
    }

    @Override
    public String sentence() {
        return "A number threatens a person and, in a later call, takes over their phone, codes or money.";
    }

    @Override
    public String leavesAlone() {
        return "debt collectors: threats alone; a threat and a helper's call by two numbers";
    }

    @Override
    public boolean concerns(Signal signal) {
        return FraudPattern.super.concerns(signal)
                && signal.initiatorTk() != null
                && signal.callId() != null;
    }

    @Override
    public Pattern<Signal, ?> pattern() {
        return Pattern.<Signal>begin(THREAT, AfterMatchSkipStrategy.noSkip())
                .where(StageCondition.told(SignalCode.SCRIPT_STAGE_THREAT))
                .followedBy(TAKES_OVER)
                .where(
                        StageCondition.told(
                                        SignalCode.SCRIPT_STAGE_STEER,
                                        SignalCode.SCRIPT_STAGE_TRANSFER)
                                .and(THREAT, ScriptOverCalls::inALaterCallOfTheSameNumber))
                .within(Duration.ofHours(24));
    }

    private static boolean inALaterCallOfTheSameNumber(Signal threat, Signal next) {
        return threat.initiatorTk().equals(next.initiatorTk())
                && !threat.callId().equals(next.callId());
    }

    @Override
    public List<Finding> conclude(Map<String, List<Signal>> match) {
        var threat = match.get(THREAT).get(0);
        var stages = List.of(threat, match.get(TAKES_OVER).get(0));
        return List.of(
                Findings.of(this, levelCap(), Findings.caller(threat), stages),
                Findings.of(this, VICTIM_ALERT, threat.subject(), stages));
    }
}
