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
 * A caller who frightens a person and then takes over (S17): threat, then steering or a transfer, in
 * one call. Look-alikes: a police or bank warning that names the same things is read as advice and
 * gives no stage; a debt collector threatens but takes over nothing; stages of two calls are two
 * stories.
 */
public final class IsolateAndSteer implements FraudPattern {
    private static final long serialVersionUID = 1;

    static final String THREAT = "threat";
    static final String TAKES_OVER = "takes-over";

    private static final int VICTIM_ALERT = 1;

    @Override
    public String id() {
        return "isolate-and-steer";
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
        return 3;
    }

    @Override
    public String sentence() {
        return "A caller threatens a person and then, in the same call, takes over their phone, codes or money.";
    }

    @Override
    public String leavesAlone() {
        return "police and bank warnings: advice gives no stage; debt collectors: a threat alone; stages of two calls";
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
                                .and(THREAT, IsolateAndSteer::inTheSameCall))
                .within(Duration.ofHours(2));
    }

    private static boolean inTheSameCall(Signal threat, Signal next) {
        return threat.callId().equals(next.callId());
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
