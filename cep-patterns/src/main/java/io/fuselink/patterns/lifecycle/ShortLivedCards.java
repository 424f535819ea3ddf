/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.lifecycle;

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
 * Bought in bulk, burnt in days (row 36): cards opened together by one dealer call strangers together,
 * and then all fall silent. Look-alikes: students' cards of one stall in September, who do not call
 * strangers; an agency's, which go on calling; cards that fall silent one by one.
 */
public final class ShortLivedCards implements FraudPattern {
    private static final long serialVersionUID = 1;

    static final String BURST = "burst";
    static final String SILENCE = "silence";

    @Override
    public String id() {
        return "short-lived-cards";
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
        return Set.of(SubjectType.CAMPAIGN);
    }

    @Override
    public Set<SignalCode> reads() {
        return Set.of(SignalCode.DEALER_BATCH_BUSY, SignalCode.CARDS_FALL_SILENT);
    }

    @Override
    public int levelCap() {
        return 2;
    }

    @Override
    public String sentence() {
        return "Cards opened together call strangers together and then fall silent together.";
    }

    @Override
    public String leavesAlone() {
        return "students of one stall: no strangers; an agency: no silence; cards that go one by one";
    }

    @Override
    public Pattern<Signal, ?> pattern() {
        return Pattern.<Signal>begin(BURST, AfterMatchSkipStrategy.noSkip())
                .where(StageCondition.told(SignalCode.DEALER_BATCH_BUSY))
                .followedBy(SILENCE)
                .where(StageCondition.told(SignalCode.CARDS_FALL_SILENT))
                .within(Duration.ofDays(3));
    }

    @Override
    public List<Finding> conclude(Map<String, List<Signal>> match) {
        var burst = match.get(BURST).get(0);
        return List.of(
                Findings.of(
                        this,
                        levelCap(),
                        burst.subject(),
                        List.of(burst, match.get(SILENCE).get(0))));
    }
}
