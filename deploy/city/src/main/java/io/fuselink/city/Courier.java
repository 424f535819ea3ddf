/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Binding;
import io.fuselink.events.Initiator;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.Sighting;
import io.fuselink.events.Source;
import java.util.List;

/**
 * Delivers 10 to 20 orders an hour. Each order has its binding before the call and loses it after;
 * customers who missed the call ring back through the same middle number.
 */
final class Courier implements Resident {
    private static final long GAP_LEAST_MS = 185_000;
    private static final long GAP_MOST_MS = 330_000;
    private static final int NUMBERS = 40;
    private static final double ANSWERED = 0.8;
    private static final double RINGS_BACK = 0.6;
    private static final double ASKS_BACK = 0.15;
    private static final double RECORDED = 0.1;

    private final World world;
    private final Line line;
    private final Lease lease;
    private final List<Phone> numbers;
    private final List<Line> customers;
    private final Dice dice;
    private int orders;

    static void settle(Town town, int n) {
        var lease = lease(town, n);
        var own = town.middleNumbers(lease, NUMBERS);
        var line = town.handset(Persona.COURIER, n);
        var dice = town.dice(Persona.COURIER, n);
        town.enrol(
                new Courier(town.world, line, lease, own, town.friends(), dice),
                dice.between(30_000, 300_000));
    }

    /** The lease couriers of even or odd number work for. */
    static Lease lease(Town town, int n) {
        return n % 2 == 0
                ? town.lease("swift-express", PurposeClass.EXPRESS)
                : town.lease("hot-wok", PurposeClass.FOOD);
    }

    /** @param numbers middle numbers for this courier's orders, in turn */
    Courier(
            World world,
            Line line,
            Lease lease,
            List<Phone> numbers,
            List<Line> customers,
            Dice dice) {
        this.world = world;
        this.line = line;
        this.lease = lease;
        this.numbers = numbers;
        this.customers = customers;
        this.dice = dice;
    }

    @Override
    public long act(long now) {
        var customer = dice.chance(0.5) ? dice.pick(customers) : Line.of(world.book.outsider());
        var x = numbers.get(orders % numbers.size());
        var binding =
                world.platform.bind(
                        lease, line.phone(), customer.phone(), x, now, now + 7_200_000, dice);
        var here = line.at(world.cell(line.tk().hashCode() + orders / 3));
        var last = deliver(here, customer, x, binding, now + dice.between(60_000, 240_000));
        world.platform.unbind(binding, last + dice.between(60_000, 600_000), dice);
        if (orders % 4 == 0) {
            beSeen(here, now);
        }
        orders++;
        return now + dice.between(GAP_LEAST_MS, GAP_MOST_MS);
    }

    /** @return when the last call of the order ended */
    private long deliver(Line here, Line customer, Phone x, Binding binding, long at) {
        var outcome =
                dice.chance(ANSWERED)
                        ? Outcome.answered(dice, dice.between(12_000, 60_000))
                        : Outcome.noAnswer(dice);
        var out = new Route(x, binding.subId(), Initiator.A, lease.poolKey());
        var talk =
                world.network.place(Dial.through(here, customer.phone(), out), outcome, at, dice);
        if (dice.chance(RECORDED)) {
            world.recorder.onPlatform(talk, world.scripts.pick(Scripts.COURIER, dice), dice);
        }
        if (!dice.chance(talk.answered() ? ASKS_BACK : RINGS_BACK)) {
            return talk.endedAt();
        }
        var back = new Route(x, binding.subId(), Initiator.B, lease.poolKey());
        var answer = Outcome.answered(dice, dice.between(10_000, 50_000));
        var later = talk.endedAt() + dice.between(30_000, 400_000);
        return world.network
                .place(Dial.through(customer, line.phone(), back), answer, later, dice)
                .endedAt();
    }

    private void beSeen(Line here, long now) {
        world.gateways.live(
                dice,
                "seen-" + line.tk() + "-" + orders,
                Source.CARRIER,
                line.phone().carrier(),
                now,
                new Sighting(line.tk(), here.cell().tk(), here.cell().geohash5()));
    }
}
