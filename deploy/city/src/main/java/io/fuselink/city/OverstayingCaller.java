/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Binding;
import io.fuselink.events.Initiator;
import java.util.List;

/** Was bound once, for minutes, and hours later still calls the same person through it. */
final class OverstayingCaller implements Resident {
    private static final long BOUND_MS = 360_000;
    private static final long RETURNS_AFTER_MS = 7_200_000;
    private static final double RETURNS_AT_SHARE = 0.4;

    private final World world;
    private final Line line;
    private final Phone customer;
    private final Lease lease;
    private final Phone x;
    private final long pace;
    private final Dice dice;
    private Binding binding;

    OverstayingCaller(
            World world, Line line, Phone customer, Lease lease, Phone x, long pace, Dice dice) {
        this.world = world;
        this.line = line;
        this.customer = customer;
        this.lease = lease;
        this.x = x;
        this.pace = pace;
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var lease = Courier.lease(town, n);
        var line = town.handset(Persona.NO_BINDING_SPOOFER, n);
        var customer = town.friend(n * 13 + 5);
        var x = town.middleNumbers(lease, 1).get(0);
        var pace = town.intensity().pace(1_200_000, 300_000);
        var dice = town.dice(Persona.NO_BINDING_SPOOFER, 2L * n + 1);
        town.enrol(
                new OverstayingCaller(town.world, line, customer.phone(), lease, x, pace, dice),
                dice.between(60_000, 300_000));
        town.campaign(
                "overstaying-" + n,
                Persona.NO_BINDING_SPOOFER,
                List.of(line),
                List.of("LEASE:" + lease.poolKey()),
                List.of(customer));
    }

    @Override
    public long act(long now) {
        if (binding == null) {
            binding =
                    world.platform.bind(
                            lease, line.phone(), customer, x, now, now + BOUND_MS, dice);
            call(now + 60_000, Outcome.answered(dice, dice.between(20_000, 60_000)));
            return now + returnsAfter();
        }
        call(
                now,
                dice.chance(0.4)
                        ? Outcome.answered(dice, dice.between(10_000, 90_000))
                        : Outcome.noAnswer(dice));
        return now + dice.between(pace * 4 / 5, pace * 6 / 5);
    }

    /** The platform forgot to look at the clock: it names the binding and puts the call through. */
    private void call(long at, Outcome outcome) {
        var route = new Route(x, binding.subId(), Initiator.A, lease.poolKey());
        world.network.place(Dial.through(line, customer, route), outcome, at, dice);
    }

    private long returnsAfter() {
        return Math.min(RETURNS_AFTER_MS, Math.round(world.plan.lengthMs() * RETURNS_AT_SHARE));
    }
}
