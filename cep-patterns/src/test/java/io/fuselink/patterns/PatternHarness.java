/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import io.fuselink.events.Finding;
import io.fuselink.events.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.operator.CepOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;

/** Runs one pattern as a job would: Flink's own operator, keyed, filtered and ordered. */
public final class PatternHarness implements AutoCloseable {
    private final FraudPattern pattern;
    private final KeyedOneInputStreamOperatorTestHarness<String, Signal, Finding> operator;

    private PatternHarness(FraudPattern pattern) throws Exception {
        this.pattern = pattern;
        this.operator =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new CepOperator<>(
                                TypeInformation.of(Signal.class)
                                        .createSerializer(new SerializerConfigImpl()),
                                false,
                                NFACompiler.compileFactory(pattern.pattern(), false),
                                new SignalOrder(),
                                pattern.pattern().getAfterMatchSkipStrategy(),
                                new Concluding(pattern),
                                null),
                        pattern::key,
                        Types.STRING);
        operator.open();
    }

    public static PatternHarness of(FraudPattern pattern) throws Exception {
        return new PatternHarness(pattern);
    }

    /** What the pattern finds in these signals, arriving in this order before any watermark. */
    public static List<Finding> findings(FraudPattern pattern, Signal... signals) throws Exception {
        try (var harness = of(pattern)) {
            return harness.tell(List.of(signals)).until(Long.MAX_VALUE).findings();
        }
    }

    /** The same for ten arrival orders: one list per order. */
    public static List<List<Finding>> inAnyOrder(FraudPattern pattern, Signal... signals)
            throws Exception {
        var results = new ArrayList<List<Finding>>();
        var random = new Random(42);
        for (int order = 0; order < 10; order++) {
            var shuffled = new ArrayList<>(List.of(signals));
            Collections.shuffle(shuffled, random);
            results.add(findings(pattern, shuffled.toArray(Signal[]::new)));
        }
        return results;
    }

    public PatternHarness tell(List<Signal> signals) throws Exception {
        for (var signal : signals) {
            if (pattern.concerns(signal)) {
                operator.processElement(signal, signal.at());
            }
        }
        return this;
    }

    public PatternHarness tell(Signal... signals) throws Exception {
        return tell(List.of(signals));
    }

    /** Lets event time pass. */
    public PatternHarness until(long time) throws Exception {
        operator.processWatermark(time);
        return this;
    }

    public List<Finding> findings() {
        return List.copyOf(operator.extractOutputValues());
    }

    /** Entries and timers the operator still holds. */
    public int remembered() {
        return operator.numKeyedStateEntries() + operator.numEventTimeTimers();
    }

    @Override
    public void close() throws Exception {
        operator.close();
    }

    private static final class Concluding extends PatternProcessFunction<Signal, Finding> {
        private static final long serialVersionUID = 1;

        private final FraudPattern pattern;

        Concluding(FraudPattern pattern) {
            this.pattern = pattern;
        }

        @Override
        public void processMatch(
                Map<String, List<Signal>> match, Context context, Collector<Finding> out) {
            pattern.conclude(match).forEach(out::collect);
        }
    }
}
