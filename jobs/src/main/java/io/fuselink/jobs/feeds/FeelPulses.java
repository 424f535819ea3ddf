/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.feeds;

import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Makes pulses of bindings and of calls through middle numbers. Repeats are left out as far as one task
 * sees them; those of other tasks are the same pulse again.
 */
public final class FeelPulses extends RichFlatMapFunction<Event, FeedPulse> {
    private static final long serialVersionUID = 1L;
    private static final int CALLS = FeedPulse.WORST_DELAY + 1;

    /** Last slot told, by platform and kind. */
    private transient Map<String, long[]> told;

    @Override
    public void open(OpenContext context) {
        told = new HashMap<>();
    }

    @Override
    public void flatMap(Event event, Collector<FeedPulse> out) {
        var bindings = event.feed() == Feed.BINDINGS;
        if (!bindings && !(event.feed() == Feed.CALLS && attemptsThroughMiddleNumber(event))) {
            return;
        }
        var header = event.header();
        var end = (Math.floorDiv(event.ts(), FeedPulse.SLOT_MS) + 1) * FeedPulse.SLOT_MS;
        var delay = bindings ? FeedPulse.delayClass(event.ts() - header.eventTime()) : 0;
        var slots = told.computeIfAbsent(header.provider(), p -> never());
        var kind = bindings ? delay : CALLS;
        if (slots[kind] != end) {
            slots[kind] = end;
            out.collect(new FeedPulse(header.provider(), bindings, delay, end));
        }
    }

    private static boolean attemptsThroughMiddleNumber(Event event) {
        return event.call().throughMiddleNumber() && event.call().attempt();
    }

    private static long[] never() {
        var slots = new long[CALLS + 1];
        Arrays.fill(slots, Long.MIN_VALUE);
        return slots;
    }
}
