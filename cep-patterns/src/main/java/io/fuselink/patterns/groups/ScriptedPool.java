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
 * A pool too polite for {@link Rotation}: the words of numbers behind one trunk follow a fraud script, or
 * people report them, and these numbers are used alike, as people do not use theirs. Both are told again
 * while they go on. Look-alikes: a call centre is used alike, but neither its words nor reports accuse it;
 * a shop with a clerk who went astray is not used alike. No single member is accused.
 */
public final class ScriptedPool implements FraudPattern {
    private static final long serialVersionUID = 1;

    static final String ACCUSED = "accused";
    static final String ALIKE = "alike";

    @Override
    public String id() {
        return "scripted-pool";
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
        return Set.of(SubjectType.TRUNK);
    }

    @Override
    public Set<SignalCode> reads() {
        return Set.of(
                SignalCode.POOL_SHARED_INGRESS,
                SignalCode.TRUNK_SCRIPTED,
                SignalCode.DOOR_REPORTED);
    }

    @Override
    public int levelCap() {
        return 2;
    }

    @Override
    public String sentence() {
        return "Numbers behind one trunk are used alike, and what they say or what people report of them is fraud.";
    }

    @Override
    public String leavesAlone() {
        return "call centres: neither words nor reports accuse them; a clerk who went astray: one of many numbers,"
                + " used as people use them";
    }

    @Override
    public Pattern<Signal, ?> pattern() {
        return Pattern.<Signal>begin(ACCUSED, AfterMatchSkipStrategy.noSkip())
                .where(StageCondition.told(SignalCode.TRUNK_SCRIPTED, SignalCode.DOOR_REPORTED))
                .followedBy(ALIKE)
                .where(StageCondition.told(SignalCode.POOL_SHARED_INGRESS))
                .within(Duration.ofHours(6));
    }

    @Override
    public List<Finding> conclude(Map<String, List<Signal>> match) {
        var accused = match.get(ACCUSED).get(0);
        var alike = match.get(ALIKE).get(0);
        return List.of(Findings.of(this, levelCap(), accused.subject(), List.of(accused, alike)));
    }
}
