/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.PurposeClass;

/**
 * Delivers food along the streets, in bursts at noon and in the evening. Looks guilty by moving with
 * every call and by ringing some customers directly, from a number of its own; bindings, orders and
 * sightings along the way clear it.
 */
final class Rider implements Resident {
    private static final int NUMBERS = 20;
    private static final double MEAN_GAP_MS = 5 * 60_000.0;
    private static final long GAP_LEAST_MS = 60_000;
    private static final double CALLS_DIRECTLY = 0.12;
    private static final Orders.Habit HABIT =
            new Orders.Habit(0.75, 0.5, 0.2, 6_000, 45_000, 0.1, Scripts.COURIER);

    private final World world;
    private final Line line;
    private final long home;
    private final Orders orders;
    private final Strangers customers;
    private final Dice dice;

    Rider(World world, Line line, long home, Orders orders, Strangers customers, Dice dice) {
        this.world = world;
        this.line = line;
        this.home = home;
        this.orders = orders;
        this.customers = customers;
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var lease = town.lease("hot-wok", PurposeClass.FOOD);
        var line = town.handset(Persona.RIDER, n);
        var dice = town.dice(Persona.RIDER, n);
        var orders = new Orders(town.world, lease, town.middleNumbers(lease, NUMBERS), HABIT, dice);
        town.enrol(
                new Rider(town.world, line, n, orders, town.strangers(0.5), dice),
                dice.between(30_000, 600_000));
    }

    @Override
    public long act(long now) {
        var here = line.at(world.cell(home + orders.taken()));
        var customer = customers.next(dice);
        var done = orders.run(here, customer, now, dice.between(60_000, 180_000));
        if (dice.chance(CALLS_DIRECTLY)) {
            var direct = Outcome.answered(dice, dice.between(5_000, 30_000));
            var at = done.endedAt() + dice.between(20_000, 90_000);
            world.network.place(Dial.direct(here, customer.phone()), direct, at, dice);
        }
        world.radio.notice(here, now, dice);
        return DayShape.MEALS.next(now + GAP_LEAST_MS, MEAN_GAP_MS - GAP_LEAST_MS, dice);
    }
}
