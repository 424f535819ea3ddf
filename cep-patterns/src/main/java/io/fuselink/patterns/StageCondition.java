/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import io.fuselink.events.Signal;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** What a signal must be to take a pattern one stage further. */
public final class StageCondition extends IterativeCondition<Signal> {
    private static final long serialVersionUID = 1;

    private final List<SignalCode> codes;
    private final List<Standing> standings;

    private StageCondition(List<SignalCode> codes, List<Standing> standings) {
        this.codes = codes;
        this.standings = standings;
    }

    /** How a signal stands to the one an earlier stage took. */
    @FunctionalInterface
    public interface Relation extends Serializable {
        boolean holds(Signal earlier, Signal signal);
    }

    private record Standing(String stage, Relation relation) implements Serializable {}

    /** One of these facts is told. */
    public static StageCondition told(SignalCode... codes) {
        return new StageCondition(List.of(codes), List.of());
    }

    /** The same, and it also stands in this relation to the signal of an earlier stage. */
    public StageCondition and(String stage, Relation holds) {
        var all = new ArrayList<>(standings);
        all.add(new Standing(stage, holds));
        return new StageCondition(codes, List.copyOf(all));
    }

    @Override
    public boolean filter(Signal signal, Context<Signal> context) throws Exception {
        if (codes.stream().noneMatch(code -> code.marks(signal))) {
            return false;
        }
        for (var standing : standings) {
            var earlier = context.getEventsForPattern(standing.stage()).iterator().next();
            if (!standing.relation().holds(earlier, signal)) {
                return false;
            }
        }
        return true;
    }
}
