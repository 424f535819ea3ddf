/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import io.fuselink.events.Feed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;

/**
 * Named counts of one subtask that are part of every checkpoint, so that the sums are exact across
 * restarts; shown as the job's accumulators while it runs and in its result.
 */
public final class Tally {
    private static final ListStateDescriptor<Tuple2<String, Long>> COUNTS =
            new ListStateDescriptor<>("tally", Types.TUPLE(Types.STRING, Types.LONG));

    private final RuntimeContext runtime;
    private final ListState<Tuple2<String, Long>> checkpointed;
    private final Map<String, LongCounter> counters = new HashMap<>();

    /** The counters of every event, found without their names. */
    private final LongCounter[][] outcomes =
            new LongCounter[Outcome.values().length][Feed.values().length];

    private final LongCounter[] received = new LongCounter[Feed.values().length];

    private Tally(RuntimeContext runtime, ListState<Tuple2<String, Long>> checkpointed) {
        this.runtime = runtime;
        this.checkpointed = checkpointed;
    }

    public static Tally restore(RuntimeContext runtime, OperatorStateStore store) throws Exception {
        var tally = new Tally(runtime, store.getListState(COUNTS));
        for (var count : tally.checkpointed.get()) {
            tally.add(count.f0, count.f1);
        }
        return tally;
    }

    public void add(String name, long n) {
        counters.computeIfAbsent(name, this::register).add(n);
    }

    /** An event of this feed has come in. */
    public void received(Feed feed) {
        var counter = received[feed.ordinal()];
        if (counter == null) {
            counter = counters.computeIfAbsent("events-in." + feed.wireName(), this::register);
            received[feed.ordinal()] = counter;
        }
        counter.add(1);
    }

    public void account(Outcome outcome, Feed feed) {
        var counter = outcomes[outcome.ordinal()][feed.ordinal()];
        if (counter == null) {
            counter = counters.computeIfAbsent(outcome.counter(feed), this::register);
            outcomes[outcome.ordinal()][feed.ordinal()] = counter;
        }
        counter.add(1);
    }

    public void snapshot() throws Exception {
        List<Tuple2<String, Long>> counts = new ArrayList<>(counters.size());
        counters.forEach(
                (name, counter) -> counts.add(Tuple2.of(name, counter.getLocalValuePrimitive())));
        checkpointed.update(counts);
    }

    private LongCounter register(String name) {
        var counter = new LongCounter();
        runtime.addAccumulator(name, counter);
        return counter;
    }
}
