/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.peers;

import io.fuselink.jobs.types.CompactType;
import io.fuselink.measure.peers.Happening.Kind;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.EventComparator;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.operator.CepOperator;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;

/** Our way: Flink's own operator in event time, keyed, with one comparator, {@code within} and an explicit skip strategy, state on the heap. */
final class FlinkEngine implements Engine {
    private final KeyedOneInputStreamOperatorTestHarness<String, Happening, Long> operator;

    FlinkEngine() throws Exception {
        var pattern = pattern();
        operator =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new CepOperator<>(
                                CompactType.forRecord(Happening.class)
                                        .createSerializer(new SerializerConfigImpl()),
                                false,
                                NFACompiler.compileFactory(pattern, false),
                                new HappeningOrder(),
                                pattern.getAfterMatchSkipStrategy(),
                                new Conclude(),
                                null),
                        Happening::number,
                        Types.STRING);
        operator.open();
    }

    private static Pattern<Happening, ?> pattern() {
        return Pattern.<Happening>begin("hook", AfterMatchSkipStrategy.noSkip())
                .where(SimpleCondition.of(happening -> happening.kind() == Kind.HOOK))
                .followedBy("grip")
                .where(SimpleCondition.of(happening -> happening.kind() == Kind.GRIP))
                .within(Duration.ofMillis(WITHIN_MS));
    }

    @Override
    public void tell(Happening happening) throws Exception {
        operator.processElement(happening, happening.at());
    }

    @Override
    public void passed(long time) throws Exception {
        operator.processWatermark(time);
    }

    @Override
    public long matches() {
        return operator.extractOutputValues().size();
    }

    @Override
    public void close() throws Exception {
        operator.close();
    }

    private static final class HappeningOrder implements EventComparator<Happening> {
        private static final long serialVersionUID = 1L;

        private static final Comparator<Happening> ORDER =
                Comparator.comparingLong(Happening::place);

        @Override
        public int compare(Happening one, Happening other) {
            return ORDER.compare(one, other);
        }
    }

    private static final class Conclude extends PatternProcessFunction<Happening, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processMatch(
                Map<String, List<Happening>> match, Context context, Collector<Long> out) {
            out.collect(match.get("hook").get(0).place());
        }
    }
}
