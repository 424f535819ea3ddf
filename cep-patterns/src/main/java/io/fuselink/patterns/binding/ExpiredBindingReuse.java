/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.binding;

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
 * A party who goes on using a binding after its end: twice within a day through the same binding.
 * Look-alikes: one late call-back of a customer; a call inside the grace (the attribution step gives
 * no signal); the two parties of a binding calling once each. Whom the register of bindings entitles to call
 * is evidence of identity, not of behaviour.
 */
public final class ExpiredBindingReuse implements FraudPattern {
    private static final long serialVersionUID = 1;

    static final String ONCE = "once";
    static final String AGAIN = "again";

    private static final int BINDING_CAP = 1;

    @Override
    public String id() {
        return "expired-binding-reuse";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Family family() {
        return Family.DEVICE;
    }

    @Override
    public Set<SubjectType> subjectTypes() {
        return Set.of(SubjectType.BINDING);
    }

    @Override
    public Set<SignalCode> reads() {
        return Set.of(SignalCode.EXPIRED_BINDING_CALL);
    }

    @Override
    public int levelCap() {
        return 2;
    }

    @Override
    public String sentence() {
        return "One party calls twice within a day through a binding that has ended.";
    }

    @Override
    public String leavesAlone() {
        return "one late call-back; calls inside the grace; both parties once each";
    }

    @Override
    public boolean concerns(Signal signal) {
        return FraudPattern.super.concerns(signal) && signal.initiatorTk() != null;
    }

    @Override
    public Pattern<Signal, ?> pattern() {
        return Pattern.<Signal>begin(ONCE, AfterMatchSkipStrategy.noSkip())
                .where(StageCondition.told(SignalCode.EXPIRED_BINDING_CALL))
                .followedBy(AGAIN)
                .where(
                        StageCondition.told(SignalCode.EXPIRED_BINDING_CALL)
                                .and(ONCE, ExpiredBindingReuse::byTheSameParty))
                .within(Duration.ofHours(24));
    }

    private static boolean byTheSameParty(Signal once, Signal again) {
        return once.initiatorTk().equals(again.initiatorTk());
    }

    @Override
    public List<Finding> conclude(Map<String, List<Signal>> match) {
        var once = match.get(ONCE).get(0);
        var calls = List.of(once, match.get(AGAIN).get(0));
        return List.of(
                Findings.of(this, BINDING_CAP, once.subject(), calls),
                Findings.of(this, levelCap(), Findings.caller(once), calls));
    }
}
