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
 * Codes in the middle of a risky call (S18): a person is worked on by words or by a relay, and while the
 * same caller keeps them on the line for more than ten minutes two codes or bank messages arrive within
 * five. Look-alikes: who rings the own bank and is sent codes calls, and is not called; a grandchild who is
 * told a code on the phone says nothing of a script.
 */
public final class CodesInCall implements FraudPattern {
    private static final long serialVersionUID = 1;

    static final String WORKED_ON = "worked-on";
    static final String CODES = "codes";

    private static final int VICTIM_ALERT = 1;

    @Override
    public String id() {
        return "codes-in-call";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Family family() {
        return Family.FUNDS;
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
                SignalCode.S18_CODES_IN_CALL);
    }

    @Override
    public int levelCap() {
        return 2;
    }

    @Override
    public String sentence() {
        return "A person worked on by a stranger is sent codes while that stranger keeps them on the line.";
    }

    @Override
    public String leavesAlone() {
        return "who rings the own bank; family on the phone: no script, no relay; codes after the call";
    }

    @Override
    public boolean concerns(Signal signal) {
        return FraudPattern.super.concerns(signal) && signal.initiatorTk() != null;
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
                .followedBy(CODES)
                .where(
                        StageCondition.told(SignalCode.S18_CODES_IN_CALL)
                                .and(WORKED_ON, CodesInCall::bySameCaller))
                .within(Duration.ofHours(2));
    }

    private static boolean bySameCaller(Signal workedOn, Signal codes) {
        return codes.initiatorTk().equals(workedOn.initiatorTk());
    }

    @Override
    public List<Finding> conclude(Map<String, List<Signal>> match) {
        var story = List.of(match.get(WORKED_ON).get(0), match.get(CODES).get(0));
        return List.of(
                Findings.of(this, VICTIM_ALERT, story.get(0).subject(), story),
                Findings.of(this, levelCap(), Findings.caller(story.get(0)), story));
    }
}
