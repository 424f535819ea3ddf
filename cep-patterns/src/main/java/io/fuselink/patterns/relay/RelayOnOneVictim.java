/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.relay;

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
 * One person handed on (S16): a stranger calls briefly, and within the hour another stranger keeps
 * the same person on the line, the classic "I will put you through to the police". Look-alikes: a
 * courier and then a friend (the friend is no stranger); one caller who rings twice; a long call
 * before the short one.
 */
public final class RelayOnOneVictim implements FraudPattern {
    private static final long serialVersionUID = 1;

    static final String HOOK = "hook";
    static final String GRIP = "grip";

    private static final int VICTIM_ALERT = 1;

    /** From call to call; the calls' own times, for both may become known at one instant. */
    private static final long HAND_OVER_MS = 60 * 60_000;

    @Override
    public String id() {
        return "relay-on-one-victim";
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
        return Set.of(SignalCode.STRANGER_SHORT_CALL, SignalCode.STRANGER_LONG_CALL);
    }

    @Override
    public int levelCap() {
        return 2;
    }

    @Override
    public String sentence() {
        return "A stranger calls a person briefly, and within the hour another one keeps that person on the line.";
    }

    @Override
    public String leavesAlone() {
        return "a courier and then a friend: no stranger; one caller who rings twice; a long call before the short one";
    }

    @Override
    public boolean concerns(Signal signal) {
        return FraudPattern.super.concerns(signal) && signal.initiatorTk() != null;
    }

    /** {@code within} bounds the memory: a long call may become known only when it ends. */
    @Override
    public Pattern<Signal, ?> pattern() {
        return Pattern.<Signal>begin(HOOK, AfterMatchSkipStrategy.noSkip())
                .where(StageCondition.told(SignalCode.STRANGER_SHORT_CALL))
                .followedBy(GRIP)
                .where(
                        StageCondition.told(SignalCode.STRANGER_LONG_CALL)
                                .and(HOOK, RelayOnOneVictim::handedOver))
                .within(Duration.ofHours(3));
    }

    private static boolean handedOver(Signal hook, Signal grip) {
        var gap = grip.windowStart() - hook.windowStart();
        return gap > 0 && gap <= HAND_OVER_MS && !grip.initiatorTk().equals(hook.initiatorTk());
    }

    @Override
    public List<Finding> conclude(Map<String, List<Signal>> match) {
        var hook = match.get(HOOK).get(0);
        var grip = match.get(GRIP).get(0);
        var calls = List.of(hook, grip);
        return List.of(
                Findings.of(this, VICTIM_ALERT, hook.subject(), calls),
                Findings.of(this, levelCap(), Findings.caller(grip), calls),
                Findings.of(this, levelCap(), Findings.caller(hook), calls));
    }
}
