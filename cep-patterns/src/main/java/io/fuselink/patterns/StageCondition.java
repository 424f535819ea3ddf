/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import io.fuselink.events.Signal;
import java.io.Serializable;
import java.util.List;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** What a signal must be to take a pattern one stage further. */
public final class StageCondition extends IterativeCondition<Signal> {
    private static final long serialVersionUID = 1;

    private final List<SignalCode> codes;
    private final String earlierStage;
    private final Relation relation;

    private StageCondition(List<SignalCode> codes, String earlierStage, Relation relation) {
        this.codes = codes;
        this.earlierStage = earlierStage;
        this.relation = relation;
    }

    /** How a signal stands to the one an earlier stage took. */
    @FunctionalInterface
    public interface Relation extends Serializable {
        boolean holds(Signal earlier, Signal signal);
    }

    /** One of these facts is told. */
    public static StageCondition told(SignalCode... codes) {
        return new StageCondition(List.of(codes), null, null);
    }

    /** The same, and it stands in this relation to the signal of an earlier stage. */
    public StageCondition and(String stage, Relation holds) {
        return new StageCondition(codes, stage, holds);
    }

    @Override
    public boolean filter(Signal signal, Context<Signal> context) throws Exception {
        return codes.stream().anyMatch(code -> code.marks(signal))
                && (relation == null || relation.holds(earlier(context), signal));
    }

    private Signal earlier(Context<Signal> context) throws Exception {
        return context.getEventsForPattern(earlierStage).iterator().next();
    }
}
