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
 * The whole trade in one number (row 46): its card was opened in bulk and calls with its batch, its words
 * follow a fraud script, and money a bank worries about arrives on its account, all within a day.
 * Look-alikes: an agency's new cards (no script), a lent account of somebody who does not call, a bank
 * that worries about a shop.
 */
public final class IndustryChain implements FraudPattern {
    private static final long serialVersionUID = 1;

    static final String CARDS = "cards";
    static final String WORDS = "words";
    static final String MONEY = "money";

    @Override
    public String id() {
        return "industry-chain";
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
        return Set.of(SubjectType.NUMBER);
    }

    @Override
    public Set<SignalCode> reads() {
        return Set.of(
                SignalCode.DEALER_BATCH_BUSY,
                SignalCode.SCRIPT_SUSPICIOUS,
                SignalCode.MONEY_ARRIVES);
    }

    @Override
    public int levelCap() {
        return 3;
    }

    @Override
    public String sentence() {
        return "A card of a bulk that calls strangers speaks a fraud script, and money a bank worries about arrives on its account.";
    }

    @Override
    public String leavesAlone() {
        return "an agency's new cards: no script; a lent account of somebody who does not call; a shop the bank worries about";
    }

    @Override
    public Pattern<Signal, ?> pattern() {
        return Pattern.<Signal>begin(CARDS, AfterMatchSkipStrategy.noSkip())
                .where(StageCondition.told(SignalCode.DEALER_BATCH_BUSY))
                .followedBy(WORDS)
                .where(StageCondition.told(SignalCode.SCRIPT_SUSPICIOUS))
                .followedBy(MONEY)
                .where(StageCondition.told(SignalCode.MONEY_ARRIVES))
                .within(Duration.ofDays(1));
    }

    @Override
    public List<Finding> conclude(Map<String, List<Signal>> match) {
        var cards = match.get(CARDS).get(0);
        return List.of(
                Findings.of(
                        this,
                        levelCap(),
                        cards.subject(),
                        List.of(cards, match.get(WORDS).get(0), match.get(MONEY).get(0))));
    }
}
