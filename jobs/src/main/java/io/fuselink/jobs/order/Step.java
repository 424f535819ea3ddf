/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Ordered;
import java.io.Serializable;
import org.apache.flink.api.common.functions.RuntimeContext;

/**
 * What one numbered step of the topology does with the records of one key, told in the order in which
 * they happened. A step never sees a watermark, a timer or an unordered record; {@link OrderedOperator}
 * keeps those. State is keyed and declared in {@link #open}.
 */
public interface Step<IN extends Ordered, OUT extends Ordered> extends Serializable {

    void open(RuntimeContext runtime);

    /** One record, delivered in {@code (orderTime, orderId)} order. */
    void onEvent(IN record, StepContext<OUT> context) throws Exception;

    /** One alarm the step has set, after all records of its time. */
    default void onAlarm(String name, StepContext<OUT> context) throws Exception {
        throw new IllegalStateException("no alarm was set: " + name);
    }

    /**
     * Name of the state whose keys {@link #sweep} is asked about once a day of event time, for a step
     * with too many keys to give each an alarm; null when alarms end the step's state.
     */
    default String sweptState() {
        return null;
    }

    /** Clears what is held about the key when its time is over. Never in batch, where a key's state ends with it. */
    default void sweep(StepContext<OUT> context) throws Exception {}

    /**
     * Whether the record applies on arrival, ahead of its place in time: police pushes,
     * acknowledgements and decisions, whose effect only ever moves a state forward.
     */
    default boolean immediate(IN record) {
        return false;
    }

    /**
     * A record that came after its watermark, or that found the key's inbox full. The step that owns
     * it accounts for it; any other passes it on or lets it go.
     */
    void onRefused(IN record, DeadLetterReason reason, StepContext<OUT> context) throws Exception;
}
