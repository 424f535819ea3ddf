/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Binding;
import io.fuselink.events.Initiator;
import java.util.List;

/** Orders one after the other through middle numbers: bound before the first call, given back after the last. */
final class Orders {
    /** How orders go: shares 0–1, times in ms. */
    record Habit(
            double answered,
            double ringsBack,
            double asksBack,
            long talkLeast,
            long talkMost,
            double recorded,
            String script) {}

    /** An order that is over. */
    record Done(Phone x, long endedAt, long unboundAt) {}

    private static final long BOUND_FOR_MS = 7_200_000;

    private final World world;
    private final Lease lease;
    private final List<Phone> numbers;
    private final Habit habit;
    private final Dice dice;
    private int orders;

    /** @param numbers middle numbers for these orders, in turn */
    Orders(World world, Lease lease, List<Phone> numbers, Habit habit, Dice dice) {
        this.world = world;
        this.lease = lease;
        this.numbers = numbers;
        this.habit = habit;
        this.dice = dice;
    }

    Lease lease() {
        return lease;
    }

    int taken() {
        return orders;
    }

    /** One order: the call comes {@code after} ms, the customer rings back or not, the binding ends. */
    Done run(Line here, Line customer, long now, long after) {
        return run(here, here, customer, now, after);
    }

    /** The same, bound from the device on which it was ordered. */
    Done fake(Line here, Line customer, long now, long after) {
        return run(here, customer, customer, now, after);
    }

    private Done run(Line here, Line device, Line customer, long now, long after) {
        var x = numbers.get(orders++ % numbers.size());
        var binding =
                world.platform.bind(
                        lease,
                        here.phone(),
                        device.phone(),
                        customer.phone(),
                        x,
                        now,
                        now + BOUND_FOR_MS,
                        dice);
        var ended = call(here, customer, x, binding, now + after);
        var unbound = ended + dice.between(60_000, 600_000);
        world.platform.unbind(binding, unbound, dice);
        return new Done(x, ended, unbound);
    }

    /** @return when the last call of the order ended */
    private long call(Line here, Line customer, Phone x, Binding binding, long at) {
        var out = new Route(x, binding.subId(), Initiator.A, lease.poolKey());
        var talk =
                world.network.place(
                        Dial.through(here, customer.phone(), out),
                        outcome(habit.answered()),
                        at,
                        dice);
        if (dice.chance(habit.recorded())) {
            world.recorder.onPlatform(talk, world.scripts.pick(habit.script(), dice), dice);
        }
        if (!dice.chance(talk.answered() ? habit.asksBack() : habit.ringsBack())) {
            return talk.endedAt();
        }
        var back = new Route(x, binding.subId(), Initiator.B, lease.poolKey());
        var later = talk.endedAt() + dice.between(30_000, 400_000);
        return world.network
                .place(Dial.through(customer, here.phone(), back), outcome(1), later, dice)
                .endedAt();
    }

    private Outcome outcome(double answered) {
        return dice.chance(answered)
                ? Outcome.answered(dice, dice.between(habit.talkLeast(), habit.talkMost()))
                : Outcome.noAnswer(dice);
    }
}
