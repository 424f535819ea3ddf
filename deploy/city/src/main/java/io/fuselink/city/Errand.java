/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Initiator;
import java.util.List;

/** An order between two of the crowd: bound, called about through a middle number, and released. */
final class Errand implements Resident {
    private static final double ANSWERED = 0.8;
    private static final double RECORDED = 0.01;
    private static final long BOUND_FOR_MS = 7_200_000;

    private final World world;
    private final Line line;
    private final List<Line> circle;
    private final Lease lease;
    private final Phone x;
    private final Dice dice;

    Errand(World world, Line line, List<Line> circle, Lease lease, Phone x, Dice dice) {
        this.world = world;
        this.line = line;
        this.circle = circle;
        this.lease = lease;
        this.x = x;
        this.dice = dice;
    }

    @Override
    public long act(long now) {
        var customer = dice.pick(circle).phone();
        var binding =
                world.platform.bind(
                        lease, line.phone(), customer, x, now, now + BOUND_FOR_MS, dice);
        var outcome =
                dice.chance(ANSWERED)
                        ? Outcome.answered(dice, dice.between(12_000, 60_000))
                        : Outcome.noAnswer(dice);
        var route = new Route(x, binding.subId(), Initiator.A, lease.poolKey());
        var at = now + dice.between(5_000, 60_000);
        var talk = world.network.place(Dial.through(line, customer, route), outcome, at, dice);
        if (dice.chance(RECORDED)) {
            world.recorder.onPlatform(talk, world.scripts.pick(Scripts.COURIER, dice), dice);
        }
        world.platform.unbind(binding, talk.endedAt() + dice.between(10_000, 60_000), dice);
        return now + Acquaintance.gap(dice);
    }
}
