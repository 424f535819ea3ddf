/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.PurposeClass;

/**
 * Delivers 10 to 20 orders an hour. Each order has its binding before the call and loses it after;
 * customers who missed the call ring back through the same middle number. Golden case G02.
 */
final class Courier implements Resident {
    private static final int NUMBERS = 40;
    private static final int COURIERS_PER_LISTED = 8;
    private static final long GAP_LEAST_MS = 185_000;
    private static final long GAP_MOST_MS = 330_000;
    private static final Orders.Habit HABIT =
            new Orders.Habit(0.8, 0.6, 0.15, 10_000, 60_000, 0.1, Scripts.COURIER);

    private final World world;
    private final Line line;
    private final Orders orders;
    private final Strangers customers;
    private final Dice dice;

    Courier(World world, Line line, Orders orders, Strangers customers, Dice dice) {
        this.world = world;
        this.line = line;
        this.orders = orders;
        this.customers = customers;
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var lease = lease(town, n);
        var line = town.handset(Persona.COURIER, n);
        if (n % COURIERS_PER_LISTED == 0) {
            town.list(line);
        }
        var dice = town.dice(Persona.COURIER, n);
        var orders = new Orders(town.world, lease, town.middleNumbers(lease, NUMBERS), HABIT, dice);
        town.enrol(
                new Courier(town.world, line, orders, town.strangers(0.5), dice),
                dice.between(30_000, 300_000));
    }

    /** The lease couriers of even or odd number work for. */
    static Lease lease(Town town, int n) {
        return n % 2 == 0
                ? town.lease("swift-express", PurposeClass.EXPRESS)
                : town.lease("hot-wok", PurposeClass.FOOD);
    }

    @Override
    public long act(long now) {
        var taken = orders.taken();
        var here = line.at(world.cell(line.tk().hashCode() + taken / 3));
        orders.run(here, customers.next(dice), now, dice.between(60_000, 240_000));
        if (taken % 4 == 0) {
            world.radio.notice(here, now, dice);
        }
        return now + dice.between(GAP_LEAST_MS, GAP_MOST_MS);
    }
}
