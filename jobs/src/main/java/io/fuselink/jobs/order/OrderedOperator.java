/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Feed;
import io.fuselink.events.Health;
import io.fuselink.events.Ordered;
import io.fuselink.jobs.feeds.FeedTimeline;
import io.fuselink.jobs.policy.Acknowledgement;
import io.fuselink.jobs.policy.PolicyTimeline;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.patterns.Limits;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * The inbox: holds undelivered records <em>and</em> the step's own alarms and delivers both in
 * {@code (time, id)} order, so that they interleave alike in stream and batch. Its second input is the
 * policy, kept as a timeline and looked up by the time of the record at hand.
 *
 * <p>An operator of its own rather than a process function because what a step emits must carry the
 * time of the record that caused it, also when that record waited: the next step orders by it. And
 * because what waits is kept in one calendar for all keys rather than in keyed state under a timer
 * for each key, which would cost more than most steps (docs/decisions/007); a checkpoint lists what
 * waits in each task, and a restart shares it out by key.
 *
 * <p>Streaming delivers what the watermark has completed; in batch, where one key at a time is under
 * way, a later record completes all strictly earlier ones (ties wait for each other) and the end of the
 * key completes the rest. Alarms beyond the horizon never ring.
 */
public final class OrderedOperator<IN extends Record & Ordered, OUT extends Ordered>
        extends AbstractStreamOperator<OUT>
        implements TwoInputStreamOperator<IN, Bulletin, OUT>, Triggerable<String, VoidNamespace> {

    private static final long HOUR_MS = 3_600_000L;

    /** Every key's turn to be swept comes once in so many hours. */
    private static final int SWEEP_TURNS = 24;

    private static final ListStateDescriptor<Long> COMPLETED =
            new ListStateDescriptor<>("completed", Types.LONG);

    private final Step<IN, OUT> step;
    private final Class<IN> inputType;
    private final InboxSettings settings;

    private transient Calendar<IN> calendar;
    private transient PolicyTimeline policy;
    private transient FeedTimeline feeds;
    private transient Acknowledgement acknowledgement;
    private transient InternalTimerService<VoidNamespace> endsOfKeys;
    private transient Tally tally;
    private transient Delivery delivery;
    private transient ListState<Long> completedAtCheckpoint;
    private transient ListState<Waiting> waitingAtCheckpoint;
    private transient long completed;
    private transient long nextSweep;

    public OrderedOperator(Step<IN, OUT> step, Class<IN> inputType, InboxSettings settings) {
        this.step = step;
        this.inputType = inputType;
        this.settings = settings;
    }

    /** Not ours any more, but without this Flink takes what an older release wrote there for timers. */
    @Override
    protected boolean isUsingCustomRawKeyedState() {
        return true;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        policy = PolicyTimeline.restore(context.getOperatorStateStore());
        feeds = FeedTimeline.restore(context.getOperatorStateStore());
        tally = Tally.restore(getRuntimeContext(), context.getOperatorStateStore());
        completedAtCheckpoint = context.getOperatorStateStore().getUnionListState(COMPLETED);
        completed = earliest(completedAtCheckpoint.get());
        calendar = new Calendar<>();
        refuseRawKeyedState(context);
        var task = getRuntimeContext().getTaskInfo();
        waitingAtCheckpoint =
                context.getOperatorStateStore()
                        .getUnionListState(
                                new ListStateDescriptor<>("waiting", Waiting.Serializer.INSTANCE));
        // Keys move when the job gets more machines, and what waits moves with them.
        var mine =
                KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(
                        task.getMaxNumberOfParallelSubtasks(),
                        task.getNumberOfParallelSubtasks(),
                        task.getIndexOfThisSubtask());
        for (var waiting : waitingAtCheckpoint.get()) {
            waiting.putBack(mine, inputType, calendar);
        }
        waitingAtCheckpoint.clear();
    }

    private static void refuseRawKeyedState(StateInitializationContext context) throws IOException {
        for (var keyGroup : context.getRawKeyedStateInputs()) {
            if (keyGroup.getStream().read() >= 0) {
                throw new IOException(
                        "an older release wrote this checkpoint and what waited in its inboxes; stop the job with that release, and start this one from the topics");
            }
        }
    }

    /** Keys may have moved here from any task, so what any of them would still have taken is taken. */
    private static long earliest(Iterable<Long> tasks) {
        var earliest = Long.MAX_VALUE;
        for (var task : tasks) {
            earliest = Math.min(earliest, task);
        }
        return earliest == Long.MAX_VALUE ? Long.MIN_VALUE : earliest;
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        tally.snapshot();
        completedAtCheckpoint.update(List.of(completed));
        waitingAtCheckpoint.update(
                List.of(
                        Waiting.of(
                                calendar.all(),
                                getRuntimeContext()
                                        .getTaskInfo()
                                        .getMaxNumberOfParallelSubtasks())));
        super.snapshotState(context);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        super.notifyCheckpointComplete(checkpointId);
        // It is written; what was delivered since need not be remembered for it.
        waitingAtCheckpoint.clear();
    }

    @Override
    public void notifyCheckpointAborted(long checkpointId) throws Exception {
        super.notifyCheckpointAborted(checkpointId);
        waitingAtCheckpoint.clear();
    }

    @Override
    public void open() throws Exception {
        super.open();
        endsOfKeys =
                getInternalTimerService("ends-of-keys", VoidNamespaceSerializer.INSTANCE, this);
        acknowledgement = new Acknowledgement(getOperatorName(), getRuntimeContext().getTaskInfo());
        delivery = new Delivery();
        nextSweep = Long.MIN_VALUE;
        step.open(getRuntimeContext());
    }

    @Override
    public void processElement1(StreamRecord<IN> element) throws Exception {
        var record = element.getValue();
        var key = (String) getCurrentKey();
        if (settings.arrival() == Arrival.SORTED) {
            deliver(record.orderTime() - 1);
            endsOfKeys.registerEventTimeTimer(VoidNamespace.INSTANCE, Long.MAX_VALUE);
        }
        if (step.immediate(record)) {
            delivery.of(key, record.orderTime());
            step.onEvent(record, delivery);
        } else if (record.orderTime() <= completed) {
            refuse(key, record, DeadLetterReason.LATE);
        } else if (calendar.waiting(key) >= settings.capacity()) {
            refuse(key, record, DeadLetterReason.INBOX_FULL);
        } else {
            calendar.add(Held.record(key, record));
        }
    }

    @Override
    public void processElement2(StreamRecord<Bulletin> element) throws Exception {
        var bulletin = element.getValue();
        if (bulletin.reading() != null) {
            feeds.add(bulletin.reading());
        } else if (policy.add(bulletin.policy())) {
            tell(acknowledgement.accepted(bulletin.policy()));
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        deliver(mark.getTimestamp());
        completed = Math.max(completed, mark.getTimestamp());
        sweep(mark.getTimestamp());
        for (var version : policy.begun(mark.getTimestamp())) {
            tell(acknowledgement.running(version));
            policy.forget(mark.getTimestamp());
        }
        feeds.forget(mark.getTimestamp());
        super.processWatermark(mark);
    }

    private void tell(Health health) {
        output.collect(SideOutputs.HEALTH, new StreamRecord<>(health, health.at()));
    }

    /** In batch: the key has ended. */
    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        deliver(Long.MAX_VALUE);
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("no step uses processing time");
    }

    private void refuse(String key, IN record, DeadLetterReason reason) throws Exception {
        delivery.of(key, record.orderTime());
        step.onRefused(record, reason, delivery);
    }

    /** Delivers everything up to and including a time. */
    private void deliver(long upTo) throws Exception {
        for (var held = calendar.next(upTo); held != null; held = calendar.next(upTo)) {
            select(held.key());
            delivery.of(held.key(), held.at());
            if (held.isAlarm()) {
                step.onAlarm(held.alarm(), delivery);
            } else {
                step.onEvent(held.record(), delivery);
            }
        }
    }

    private void select(String key) {
        if (!key.equals(getCurrentKey())) {
            setCurrentKey(key);
        }
    }

    /**
     * Once a day of event time every key of a step that asks for it may end: each hour those whose turn
     * it is, so that millions of keys do not stop the stream at midnight.
     */
    private void sweep(long now) throws Exception {
        var state = step.sweptState();
        if (state == null || settings.arrival() == Arrival.SORTED || now == Long.MAX_VALUE) {
            return;
        }
        // Not every step at the same minute.
        var hour =
                Math.floorDiv(
                        now - Math.floorMod(String.valueOf(getOperatorName()).hashCode(), HOUR_MS),
                        HOUR_MS);
        var from = nextSweep == Long.MIN_VALUE ? hour : nextSweep;
        if (from < hour) {
            for (var key : keysWhoseTurnFellInto(from, hour, state)) {
                setCurrentKey(key);
                delivery.of(key, now);
                step.sweep(delivery);
            }
        }
        nextSweep = Math.max(from, hour);
    }

    /** Listed before anything is done: a step that ends a key changes what is iterated over. */
    private List<String> keysWhoseTurnFellInto(long fromHour, long toHour, String state)
            throws Exception {
        var hours = toHour - fromHour;
        try (var keys =
                this.<String>getKeyedStateBackend().getKeys(state, VoidNamespace.INSTANCE)) {
            return keys.filter(key -> Math.floorMod(key.hashCode() - fromHour, SWEEP_TURNS) < hours)
                    .toList();
        }
    }

    /** Records and alarms that wait, for all keys together. */
    int held() {
        return calendar.size();
    }

    /** The context of one delivery. */
    private final class Delivery implements StepContext<OUT> {
        private String key;
        private long now;

        private void of(String key, long time) {
            this.key = key;
            now = time;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public Limits limits() {
            return policy.at(now);
        }

        @Override
        public FeedTimeline feeds() {
            return feeds;
        }

        @Override
        public void emit(OUT record) {
            output.collect(new StreamRecord<>(record, now));
        }

        @Override
        public <T extends Ordered> void emit(OutputTag<T> tag, T record) {
            output.collect(tag, new StreamRecord<>(record, now));
        }

        @Override
        public void alarm(long at, String name) {
            var rings = Math.max(at, now);
            if (rings <= settings.horizon()) {
                calendar.add(Held.alarm(key, rings, name));
            }
        }

        @Override
        public void account(Outcome outcome, Feed feed) {
            tally.account(outcome, feed);
        }

        @Override
        public void count(String name) {
            tally.add(name, 1);
        }
    }
}
