/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Feed;
import io.fuselink.events.Ordered;
import io.fuselink.events.PolicyVersion;
import io.fuselink.jobs.types.CompactType;
import io.fuselink.patterns.Limits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * The inbox: holds a key's undelivered records <em>and</em> the step's own alarms and delivers both in
 * {@code (time, id)} order, so that they interleave alike in stream and batch. Its second input is the
 * policy, kept as a timeline and looked up by the time of the record at hand.
 *
 * <p>An operator of its own rather than a process function because what a step emits must carry the
 * time of the record that caused it, also when that record waited: the next step orders by it.
 *
 * <p>Streaming delivers what the watermark has completed; in batch a later record of the key completes
 * all strictly earlier ones (ties wait for each other) and the end of the key completes the rest.
 * Alarms beyond the horizon never ring. The inbox of a key is empty once all its records are delivered.
 */
public final class OrderedOperator<IN extends Ordered, OUT extends Ordered>
        extends AbstractStreamOperator<OUT>
        implements TwoInputStreamOperator<IN, PolicyVersion, OUT>,
                Triggerable<String, VoidNamespace> {

    private static final Comparator<Ordered> ORDER =
            Comparator.comparingLong(Ordered::orderTime).thenComparing(Ordered::orderId);
    private static final Comparator<Alarm> ALARM_ORDER =
            Comparator.comparingLong(Alarm::at).thenComparing(Alarm::name);
    private static final MapStateDescriptor<Long, PolicyVersion> POLICIES =
            new MapStateDescriptor<>(
                    "policies", Types.LONG, CompactType.forRecord(PolicyVersion.class));
    private static final ValueStateDescriptor<InboxHead> HEAD =
            new ValueStateDescriptor<>("inbox", CompactType.forRecord(InboxHead.class));
    private static final ListStateDescriptor<Alarm> ALARMS =
            new ListStateDescriptor<>("alarms", CompactType.forRecord(Alarm.class));

    private final Step<IN, OUT> step;
    private final ListStateDescriptor<IN> waitingDescriptor;
    private final InboxSettings settings;

    private transient ListState<IN> waiting;
    private transient ListState<Alarm> alarms;
    private transient ValueState<InboxHead> head;
    private transient BroadcastState<Long, PolicyVersion> policies;
    private transient TreeMap<Long, Limits> timeline;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient Tally tally;
    private transient Delivery delivery;

    public OrderedOperator(
            Step<IN, OUT> step, TypeInformation<IN> inputType, InboxSettings settings) {
        this.step = step;
        this.waitingDescriptor = new ListStateDescriptor<>("waiting", inputType);
        this.settings = settings;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        policies = context.getOperatorStateStore().getBroadcastState(POLICIES);
        tally = Tally.restore(getRuntimeContext(), context.getOperatorStateStore());
        timeline = new TreeMap<>();
        for (var entry : policies.immutableEntries()) {
            timeline.put(entry.getKey(), Limits.of(entry.getValue()));
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        tally.snapshot();
        super.snapshotState(context);
    }

    @Override
    public void open() throws Exception {
        super.open();
        waiting = getRuntimeContext().getListState(waitingDescriptor);
        alarms = getRuntimeContext().getListState(ALARMS);
        head = getRuntimeContext().getState(HEAD);
        timers = getInternalTimerService("inbox", VoidNamespaceSerializer.INSTANCE, this);
        delivery = new Delivery();
        step.open(getRuntimeContext());
    }

    @Override
    public void processElement1(StreamRecord<IN> element) throws Exception {
        var record = element.getValue();
        if (settings.arrival() == Arrival.SORTED) {
            deliver(record.orderTime() - 1);
        }
        if (step.immediate(record)) {
            delivery.at(record.orderTime());
            step.onEvent(record, delivery);
            keepAlarms();
        } else if (record.orderTime() <= timers.currentWatermark()) {
            refuse(record, DeadLetterReason.LATE);
        } else if (head().waiting() >= settings.capacity()) {
            refuse(record, DeadLetterReason.INBOX_FULL);
        } else {
            hold(record);
        }
    }

    @Override
    public void processElement2(StreamRecord<PolicyVersion> element) throws Exception {
        var policy = element.getValue();
        policies.put(policy.validFrom(), policy);
        timeline.put(policy.validFrom(), Limits.of(policy));
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        head.update(new InboxHead(Long.MAX_VALUE, head().waiting()));
        deliver(timers.currentWatermark());
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("no step uses processing time");
    }

    private void refuse(IN record, DeadLetterReason reason) throws Exception {
        delivery.at(record.orderTime());
        step.onRefused(record, reason, delivery);
        keepAlarms();
    }

    private void hold(IN record) throws Exception {
        waiting.add(record);
        var h = head();
        head.update(new InboxHead(h.nextTimer(), h.waiting() + 1));
        wakeAt(record.orderTime());
    }

    /** Delivers everything up to and including a time, alarms after the records of their time. */
    private void deliver(long upTo) throws Exception {
        var due = new ArrayList<IN>();
        var later = new ArrayList<IN>();
        for (var record : waiting.get()) {
            (record.orderTime() <= upTo ? due : later).add(record);
        }
        for (var alarm : alarms.get()) {
            delivery.pending.add(alarm);
        }
        if (due.isEmpty() && delivery.noAlarmBy(upTo)) {
            delivery.pending.clear();
            forgetIdleHead();
            return;
        }
        due.sort(ORDER);
        var next = 0;
        while (next < due.size() || !delivery.noAlarmBy(upTo)) {
            var record = next < due.size() ? due.get(next) : null;
            if (record != null && delivery.noAlarmBy(record.orderTime() - 1)) {
                next++;
                delivery.at(record.orderTime());
                step.onEvent(record, delivery);
            } else {
                var alarm = delivery.pending.poll();
                delivery.at(alarm.at());
                step.onAlarm(alarm.name(), delivery);
            }
        }
        waiting.update(later);
        head.update(new InboxHead(head().nextTimer(), later.size()));
        keepAlarms(List.of());
        for (var record : later) {
            wakeAt(record.orderTime());
        }
    }

    /** Alarms set outside a delivery join those that wait. */
    private void keepAlarms() throws Exception {
        if (!delivery.pending.isEmpty()) {
            keepAlarms(alarms.get());
        }
    }

    private void keepAlarms(Iterable<Alarm> waitingAlarms) throws Exception {
        var kept = new LinkedHashSet<Alarm>();
        waitingAlarms.forEach(kept::add);
        kept.addAll(delivery.pending);
        delivery.pending.clear();
        alarms.update(List.copyOf(kept));
        for (var alarm : kept) {
            wakeAt(alarm.at());
        }
        forgetIdleHead();
    }

    private void forgetIdleHead() throws Exception {
        if (head().idle()) {
            head.clear();
        }
    }

    /** One timer per key, at the earliest thing to deliver. */
    private void wakeAt(long time) throws Exception {
        var h = head();
        if (time < h.nextTimer()) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time);
            head.update(new InboxHead(time, h.waiting()));
        }
    }

    private InboxHead head() throws Exception {
        var h = head.value();
        return h == null ? InboxHead.EMPTY : h;
    }

    /** The context of one delivery; alarms set meanwhile join the ones that wait. */
    private final class Delivery implements StepContext<OUT> {
        private final PriorityQueue<Alarm> pending = new PriorityQueue<>(ALARM_ORDER);
        private long now;

        private void at(long time) {
            now = time;
        }

        private boolean noAlarmBy(long time) {
            return pending.isEmpty() || pending.peek().at() > time;
        }

        @Override
        public String key() {
            return (String) getCurrentKey();
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public Limits limits() {
            var entry = timeline.floorEntry(now);
            return entry == null ? Limits.defaults() : entry.getValue();
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
            var alarm = new Alarm(Math.max(at, now), name);
            if (alarm.at() <= settings.horizon() && !pending.contains(alarm)) {
                pending.add(alarm);
            }
        }

        @Override
        public void account(Outcome outcome, Feed feed) {
            tally.add(outcome.counter(feed), 1);
        }

        @Override
        public void count(String name) {
            tally.add(name, 1);
        }
    }
}
