/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Feed;
import io.fuselink.events.Ordered;
import io.fuselink.patterns.Limit;
import org.apache.flink.api.common.functions.RuntimeContext;

/**
 * A step that writes down what it is told, in the order in which it is told; what a visitor asks for is
 * an alarm, a look at the policy, or nothing.
 */
final class Diary implements Step<Diary.Visitor, Diary.Line> {

    /**
     * Somebody who calls at a door.
     *
     * @param alarm set an alarm at this time, 0 for none
     * @param immediate does not wait
     */
    public record Visitor(String door, String name, long at, long alarm, boolean immediate)
            implements Ordered {
        static Visitor of(String name, long at) {
            return new Visitor("door", name, at, 0, false);
        }

        Visitor at(String otherDoor) {
            return new Visitor(otherDoor, name, at, alarm, immediate);
        }

        Visitor settingAlarm(long time) {
            return new Visitor(door, name, at, time, immediate);
        }

        Visitor immediately() {
            return new Visitor(door, name, at, alarm, true);
        }

        @Override
        public long orderTime() {
            return at;
        }

        @Override
        public String orderId() {
            return name;
        }
    }

    /** One line of the diary. */
    public record Line(String text, long at) implements Ordered {
        @Override
        public long orderTime() {
            return at;
        }

        @Override
        public String orderId() {
            return text;
        }
    }

    @Override
    public void open(RuntimeContext runtime) {}

    @Override
    public boolean immediate(Visitor visitor) {
        return visitor.immediate();
    }

    @Override
    public void onEvent(Visitor visitor, StepContext<Line> context) {
        context.account(Outcome.PROCESSED, Feed.CALLS);
        if (visitor.alarm() != 0) {
            context.alarm(visitor.alarm(), "alarm");
        }
        write(visitor.name(), context);
    }

    @Override
    public void onAlarm(String name, StepContext<Line> context) {
        write(name, context);
    }

    @Override
    public void onRefused(Visitor visitor, DeadLetterReason reason, StepContext<Line> context) {
        context.account(
                reason == DeadLetterReason.LATE ? Outcome.LATE : Outcome.DEAD_LETTER, Feed.CALLS);
        write(visitor.name() + " " + reason, context);
    }

    private static void write(String what, StepContext<Line> context) {
        var limit = (int) context.limits().get(Limit.S20_REPORTERS_24H);
        context.emit(new Line(what + "@" + context.now() + " limit " + limit, context.now()));
    }
}
