/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import io.fuselink.events.Family;
import io.fuselink.events.Finding;
import io.fuselink.events.Signal;
import io.fuselink.events.SubjectType;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.cep.pattern.Pattern;

/**
 * One ordered pattern over the signals about one subject. Signals that do not concern it are kept
 * away from it; the rest arrives keyed by {@link #key} and ordered by {@link SignalOrder}. A change of
 * stages or {@code within} is a new {@link #version}.
 */
public interface FraudPattern extends Serializable {
    /** Stable name, the detector of its findings. */
    String id();

    int version();

    /** Family of its findings; the evidence may hold more. */
    Family family();

    /** What its signals are about. */
    Set<SubjectType> subjectTypes();

    /** The facts its stages are made of. */
    Set<SignalCode> reads();

    /** Highest level any of its findings may reach. */
    int levelCap();

    /** The pattern in one sentence. */
    String sentence();

    /** The look-alikes it leaves alone, and by what. */
    String leavesAlone();

    /** Whether it needs to see this signal; one that lacks the caller it would accuse is of no use. */
    default boolean concerns(Signal signal) {
        return subjectTypes().contains(signal.subjectType())
                && reads().stream().anyMatch(code -> code.marks(signal));
    }

    /** Whose signals belong together. */
    default String key(Signal signal) {
        return signal.subject().address();
    }

    /**
     * The stages, with {@code within} and {@code noSkip}: any other skip strategy holds a complete match
     * back until every partial match that began earlier has ended, which may be hours. Repeats are
     * harmless, since findings of one first stage share an id.
     */
    Pattern<Signal, ?> pattern();

    /** What one match says, by stage name; ids depend on the first stage alone. */
    List<Finding> conclude(Map<String, List<Signal>> match);
}
