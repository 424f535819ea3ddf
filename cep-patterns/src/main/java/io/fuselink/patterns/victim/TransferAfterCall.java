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
 * Money after a risky call (S19): a person is worked on, by a relay or by words that take over phone or
 * money, and within two hours pays somebody never paid before, or somebody the bank worries about.
 * Look-alikes: a first payment to a grandchild after a call with family; a threat alone, as debt
 * collectors make; a payment that was due anyway comes without a script.
 */
public final class TransferAfterCall implements FraudPattern {
    private static final long serialVersionUID = 1;

    static final String WORKED_ON = "worked-on";
    static final String PAID = "paid";

    private static final int VICTIM_ALERT = 1;

    @Override
    public String id() {
        return "transfer-after-call";
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
                SignalCode.SCRIPT_STAGE_STEER,
                SignalCode.SCRIPT_STAGE_TRANSFER,
                SignalCode.S19_NEW_PAYEE_TRANSFER);
    }

    @Override
    public int levelCap() {
        return 3;
    }

    @Override
    public String sentence() {
        return "A person worked on by strangers pays somebody new within two hours.";
    }

    @Override
    public String leavesAlone() {
        return "a first payment after a call with family: no script, no relay; a threat alone; money that arrives";
    }

    @Override
    public boolean concerns(Signal signal) {
        return FraudPattern.super.concerns(signal)
                && (signal.initiatorTk() != null
                        || SignalCode.S19_NEW_PAYEE_TRANSFER.marks(signal));
    }

    @Override
    public Pattern<Signal, ?> pattern() {
        return Pattern.<Signal>begin(WORKED_ON, AfterMatchSkipStrategy.noSkip())
                .where(
                        StageCondition.told(
                                SignalCode.STRANGER_LONG_CALL,
                                SignalCode.SCRIPT_STAGE_STEER,
                                SignalCode.SCRIPT_STAGE_TRANSFER))
                .followedBy(PAID)
                .where(StageCondition.told(SignalCode.S19_NEW_PAYEE_TRANSFER))
                .within(Duration.ofHours(2));
    }

    @Override
    public List<Finding> conclude(Map<String, List<Signal>> match) {
        var story = List.of(match.get(WORKED_ON).get(0), match.get(PAID).get(0));
        return List.of(
                Findings.of(this, VICTIM_ALERT, story.get(0).subject(), story),
                Findings.of(this, levelCap(), Findings.caller(story.get(0)), story));
    }
}
