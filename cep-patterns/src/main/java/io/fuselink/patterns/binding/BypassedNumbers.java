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
import java.util.Objects;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * Middle numbers that did not protect (row 23): one number calls three people directly whom it had
 * reached only through middle numbers. Look-alikes: a customer who gave the number away, who is one; a
 * neighbour known from before, whom they call back. A tag, for the platform to ask its lessee.
 */
public final class BypassedNumbers implements FraudPattern {
    private static final long serialVersionUID = 1;

    static final String FIRST = "first-person";
    static final String SECOND = "second-person";
    static final String THIRD = "third-person";

    @Override
    public String id() {
        return "bypassed-numbers";
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
        return Set.of(SubjectType.NUMBER);
    }

    @Override
    public Set<SignalCode> reads() {
        return Set.of(SignalCode.BYPASS_DIRECT);
    }

    @Override
    public int levelCap() {
        return 1;
    }

    @Override
    public String sentence() {
        return "A number calls three people directly whom it had reached only through middle numbers.";
    }

    @Override
    public String leavesAlone() {
        return "a customer who gave the number away: one person; an acquaintance: calls back";
    }

    @Override
    public Pattern<Signal, ?> pattern() {
        return Pattern.<Signal>begin(FIRST, AfterMatchSkipStrategy.noSkip())
                .where(StageCondition.told(SignalCode.BYPASS_DIRECT))
                .followedBy(SECOND)
                .where(
                        StageCondition.told(SignalCode.BYPASS_DIRECT)
                                .and(FIRST, BypassedNumbers::anotherPerson))
                .followedBy(THIRD)
                .where(
                        StageCondition.told(SignalCode.BYPASS_DIRECT)
                                .and(FIRST, BypassedNumbers::anotherPerson)
                                .and(SECOND, BypassedNumbers::anotherPerson))
                .within(Duration.ofDays(7));
    }

    private static boolean anotherPerson(Signal earlier, Signal signal) {
        return !Objects.equals(earlier.victimTk(), signal.victimTk());
    }

    @Override
    public List<Finding> conclude(Map<String, List<Signal>> match) {
        var first = match.get(FIRST).get(0);
        return List.of(
                Findings.of(
                        this,
                        levelCap(),
                        first.subject(),
                        List.of(first, match.get(SECOND).get(0), match.get(THIRD).get(0))));
    }
}
