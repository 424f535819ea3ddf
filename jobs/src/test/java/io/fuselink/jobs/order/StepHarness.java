/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import io.fuselink.events.Feed;
import io.fuselink.events.Ordered;
import io.fuselink.events.PolicyVersion;
import io.fuselink.jobs.feeds.FeedReading;
import io.fuselink.jobs.types.CompactType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFinalizer;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.ThrowingRunnable;

/** Runs one step behind its inbox as a job would: keyed, ordered, with a policy, and restartable. */
public final class StepHarness<IN extends Record & Ordered, OUT extends Record & Ordered>
        implements AutoCloseable {
    private static final int KEY_GROUPS = 16;

    private final Step<IN, OUT> step;
    private final Class<IN> inType;
    private final KeySelector<IN, String> key;
    private final InboxSettings settings;
    private final List<StreamRecord<? extends OUT>> toldBeforeRestart = new ArrayList<>();
    private KeyedTwoInputStreamOperatorTestHarness<String, IN, Bulletin, OUT> operator;

    private StepHarness(
            Step<IN, OUT> step,
            Class<IN> inType,
            KeySelector<IN, String> key,
            InboxSettings settings) {
        this.step = step;
        this.inType = inType;
        this.key = key;
        this.settings = settings;
    }

    /** A step as a streaming job runs it: the watermark orders, no horizon. */
    public static <IN extends Record & Ordered, OUT extends Record & Ordered>
            StepHarness<IN, OUT> of(
                    Step<IN, OUT> step, Class<IN> inType, KeySelector<IN, String> key)
                    throws Exception {
        return of(
                step, inType, key, new InboxSettings(Arrival.WATERMARKED, Long.MAX_VALUE, 20_000));
    }

    public static <IN extends Record & Ordered, OUT extends Record & Ordered>
            StepHarness<IN, OUT> of(
                    Step<IN, OUT> step,
                    Class<IN> inType,
                    KeySelector<IN, String> key,
                    InboxSettings settings)
                    throws Exception {
        var harness = new StepHarness<>(step, inType, key, settings);
        harness.operator = harness.fresh(1, 0);
        harness.operator.open();
        return harness;
    }

    private KeyedTwoInputStreamOperatorTestHarness<String, IN, Bulletin, OUT> fresh(
            int tasks, int task) throws Exception {
        var harness =
                new KeyedTwoInputStreamOperatorTestHarness<String, IN, Bulletin, OUT>(
                        new OrderedOperator<>(step, inType, settings),
                        key,
                        null,
                        Types.STRING,
                        KEY_GROUPS,
                        tasks,
                        task);
        harness.setup(copies());
        return harness;
    }

    /** All the harness does with what a step emits is copy it, and a record is its own copy. */
    @SuppressWarnings("unchecked")
    private TypeSerializer<OUT> copies() {
        return (TypeSerializer<OUT>)
                (TypeSerializer<?>)
                        CompactType.forRecord(inType).createSerializer(new SerializerConfigImpl());
    }

    @SafeVarargs
    public final StepHarness<IN, OUT> tell(IN... records) throws Exception {
        return tell(List.of(records));
    }

    public StepHarness<IN, OUT> tell(Collection<IN> records) throws Exception {
        for (var record : records) {
            operator.processElement1(record, record.orderTime());
        }
        return this;
    }

    public StepHarness<IN, OUT> policy(PolicyVersion policy) throws Exception {
        operator.processElement2(Bulletin.of(policy), policy.publishedAt());
        return this;
    }

    public StepHarness<IN, OUT> reading(FeedReading reading) throws Exception {
        operator.processElement2(Bulletin.of(reading), reading.at());
        return this;
    }

    /** Lets event time pass. */
    public StepHarness<IN, OUT> until(long time) throws Exception {
        operator.processBothWatermarks(new Watermark(time));
        return this;
    }

    /** Takes a checkpoint, loses the process, and starts again from the checkpoint. */
    public StepHarness<IN, OUT> restart() throws Exception {
        var checkpoint = operator.snapshot(1, 1);
        toldBeforeRestart.addAll(operator.extractOutputStreamRecords());
        operator.close();
        operator = fresh(1, 0);
        operator.initializeState(checkpoint);
        operator.open();
        return this;
    }

    /** Takes a checkpoint and goes on while it is written; then loses the process and what it told meanwhile. */
    public StepHarness<IN, OUT> restartFromBefore(ThrowingRunnable<Exception> meanwhile)
            throws Exception {
        toldBeforeRestart.addAll(operator.extractOutputStreamRecords());
        var checkpoint =
                operator.getOperator()
                        .snapshotState(
                                1,
                                1,
                                CheckpointOptions.forCheckpointWithDefaultLocation(),
                                new MemCheckpointStreamFactory(1 << 20));
        meanwhile.run();
        var written = OperatorSnapshotFinalizer.create(checkpoint).getJobManagerOwnedState();
        operator.close();
        operator = fresh(1, 0);
        operator.initializeState(written);
        operator.open();
        return this;
    }

    /** Takes a checkpoint of all these tasks, ends them, and goes on as so many, which share out the keys. */
    @SafeVarargs
    public static <IN extends Record & Ordered, OUT extends Record & Ordered>
            List<StepHarness<IN, OUT>> sharedOut(int tasks, StepHarness<IN, OUT>... before)
                    throws Exception {
        var parts = new ArrayList<OperatorSubtaskState>();
        for (var task : before) {
            parts.add(task.operator.snapshot(1, 1));
            task.operator.close();
        }
        var checkpoint =
                AbstractStreamOperatorTestHarness.repackageState(
                        parts.toArray(OperatorSubtaskState[]::new));
        var shared = new ArrayList<StepHarness<IN, OUT>>();
        for (var task = 0; task < tasks; task++) {
            var first = before[0];
            var harness = new StepHarness<>(first.step, first.inType, first.key, first.settings);
            harness.operator = first.fresh(tasks, task);
            harness.operator.initializeState(
                    AbstractStreamOperatorTestHarness.repartitionOperatorState(
                            checkpoint, KEY_GROUPS, before.length, tasks, task));
            harness.operator.open();
            shared.add(harness);
        }
        return shared;
    }

    /** What the step has told, oldest first. */
    public List<OUT> told() {
        return records().stream().<OUT>map(StreamRecord::getValue).toList();
    }

    /** The times that what was told carries to the next step. */
    public List<Long> toldAt() {
        return records().stream().map(StreamRecord::getTimestamp).toList();
    }

    private List<StreamRecord<? extends OUT>> records() {
        var all = new ArrayList<StreamRecord<? extends OUT>>(toldBeforeRestart);
        all.addAll(operator.extractOutputStreamRecords());
        return all;
    }

    /** What was told beside the main output since the last restart. */
    public <T> List<T> told(OutputTag<T> tag) {
        var records = operator.getSideOutput(tag);
        return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
    }

    public long counted(String name) {
        var counter =
                ((AbstractStreamOperator<?>) operator.getOperator())
                        .getRuntimeContext()
                        .<Long, Long>getAccumulator(name);
        return counter == null ? 0 : ((LongCounter) counter).getLocalValuePrimitive();
    }

    public long accounted(Outcome outcome, Feed feed) {
        return counted(outcome.counter(feed));
    }

    /** Entries, records and alarms still held for all keys together. */
    public int remembered() {
        return operator.numKeyedStateEntries()
                + ((OrderedOperator<?, ?>) operator.getOperator()).held();
    }

    @Override
    public void close() throws Exception {
        operator.close();
    }
}
