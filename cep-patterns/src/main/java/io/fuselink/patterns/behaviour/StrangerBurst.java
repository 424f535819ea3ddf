/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.behaviour;

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
 * A number that keeps calling strangers, hour after hour (S01 in two windows in a row). Look-alikes:
 * a lawyer redialling one line, a courier inside bindings and a service line never give the signal;
 * an organiser who calls fifty parents once stops after one hour.
 */
public final class StrangerBurst implements FraudPattern {
    private static final long serialVersionUID = 1;

    static final String FIRST = "first-hour";
    static final String AGAIN = "next-hour";

    private static final long HOUR_MS = 3_600_000;

    /** The measured hour slides: told sooner than this, the second window would be the same calls again. */
    private static final long APART_MS = 45 * 60_000;

    @Override
    public String id() {
        return "stranger-burst";
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
        return Set.of(SignalCode.S01_STRANGER_BURST);
    }

    @Override
    public int levelCap() {
        return 2;
    }

    @Override
    public String sentence() {
        return "Calls strangers by the dozen in two hours in a row.";
    }

    @Override
    public String leavesAlone() {
        return "who calls fifty parents once: no second hour";
    }

    @Override
    public Pattern<Signal, ?> pattern() {
        return Pattern.<Signal>begin(FIRST, AfterMatchSkipStrategy.noSkip())
                .where(StageCondition.told(SignalCode.S01_STRANGER_BURST))
                .followedBy(AGAIN)
                .where(
                        StageCondition.told(SignalCode.S01_STRANGER_BURST)
                                .and(FIRST, StrangerBurst::inTheNextHour))
                .within(Duration.ofHours(2));
    }

    private static boolean inTheNextHour(Signal first, Signal again) {
        return again.windowStart() - first.windowStart() == HOUR_MS
                && again.at() - first.at() >= APART_MS;
    }

    @Override
    public List<Finding> conclude(Map<String, List<Signal>> match) {
        var first = match.get(FIRST).get(0);
        var again = match.get(AGAIN).get(0);
        return List.of(Findings.of(this, levelCap(), first.subject(), List.of(first, again)));
    }
}
