/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.returns;

import io.fuselink.events.Family;
import io.fuselink.events.Finding;
import io.fuselink.events.Signal;
import io.fuselink.events.SubjectType;
import io.fuselink.patterns.Findings;
import io.fuselink.patterns.FraudPattern;
import io.fuselink.patterns.Limit;
import io.fuselink.patterns.SignalCode;
import io.fuselink.patterns.StageCondition;
import io.fuselink.patterns.groups.Likeness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * A broken number's holder is back under another number (S23): at a place where a number was broken
 * another one begins, afterwards and within a week, to call strangers. The same device is enough; behind
 * the same enterprise trunk or in the same cells it must also work through the same list. Look-alikes:
 * colleagues who called before the break; whoever moves into the cell or is next on the trunk and calls
 * other people; the number's new holder, who is the same number.
 */
public final class Phoenix implements FraudPattern {
    private static final long serialVersionUID = 1;

    static final String BROKEN = "broken";
    static final String RISEN = "risen";

    /** Two lists of a dozen have one or two in common by chance: a town's restaurant and its hospital. */
    private static final int LEAST_COMMON = 4;

    private static final double ALIKE = Limit.S23_ALIKE.defaultValue();

    @Override
    public String id() {
        return "phoenix";
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
        return Set.of(SubjectType.DEVICE, SubjectType.TRUNK, SubjectType.CELL);
    }

    @Override
    public Set<SignalCode> reads() {
        return Set.of(SignalCode.NUMBER_BROKEN, SignalCode.NUMBER_RISES);
    }

    @Override
    public int levelCap() {
        return 2;
    }

    @Override
    public String sentence() {
        return "After a number was broken another one begins to call from the same device, or the same list from the same place.";
    }

    @Override
    public String leavesAlone() {
        return "colleagues who called before the break; newcomers to a cell or trunk with other recipients; the new holder of the same number";
    }

    @Override
    public boolean concerns(Signal signal) {
        return FraudPattern.super.concerns(signal) && signal.initiatorTk() != null;
    }

    @Override
    public Pattern<Signal, ?> pattern() {
        return Pattern.<Signal>begin(BROKEN, AfterMatchSkipStrategy.noSkip())
                .where(StageCondition.told(SignalCode.NUMBER_BROKEN))
                .followedByAny(RISEN)
                .where(StageCondition.told(SignalCode.NUMBER_RISES).and(BROKEN, Phoenix::sameHand))
                .within(Duration.ofDays(7));
    }

    private static boolean sameHand(Signal broken, Signal risen) {
        return !risen.initiatorTk().equals(broken.initiatorTk())
                && risen.windowStart() > broken.windowStart()
                && (risen.subjectType() == SubjectType.DEVICE || sameList(broken, risen));
    }

    /** A successor has only begun its list: what counts is how much of the shorter one is shared. */
    static boolean sameList(Signal broken, Signal risen) {
        return Likeness.common(broken.marks(), risen.marks()) >= LEAST_COMMON
                && Likeness.overlap(broken.marks(), risen.marks()) >= ALIKE;
    }

    @Override
    public List<Finding> conclude(Map<String, List<Signal>> match) {
        var broken = match.get(BROKEN).get(0);
        var risen = match.get(RISEN).get(0);
        return List.of(
                Findings.of(this, levelCap(), Findings.caller(risen), List.of(broken, risen)));
    }
}
