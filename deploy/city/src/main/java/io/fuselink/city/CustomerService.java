/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.PurposeClass;
import io.fuselink.events.TrunkType;

/**
 * Calls customers of a company from its 95 line, at times under its 400 number, which no caller
 * should show. Looks like an imitated hotline; it comes in by the company's own trunk, is registered,
 * and whoever rings back gets through.
 */
final class CustomerService implements Resident {
    private static final double MEAN_GAP_MS = 70_000;
    private static final double SHOWS_400 = 0.04;
    private static final double IS_RUNG = 0.5;
    private static final CallHabit HABIT =
            new CallHabit(0.5, 0.04, 10_000, 80_000, 0.04, 0.05, Scripts.SERVICE);

    private final World world;
    private final Line line;
    private final Line inbound;
    private final CallList customers;
    private final Caller caller;
    private final Dice dice;

    private CustomerService(World world, Line line, Line inbound, CallList customers, Dice dice) {
        this.world = world;
        this.line = line;
        this.inbound = inbound;
        this.customers = customers;
        this.caller = new Caller(world, HABIT, dice);
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var trunk = new Trunk("ent-service-" + n, TrunkType.ENT);
        var line = Line.onTrunk(number(town, "95" + (300 + n % 600)), trunk);
        var inbound = Line.onTrunk(number(town, "400" + (8_200_000 + n % 100_000)), trunk);
        town.register(line.phone(), PurposeClass.HOTLINE);
        town.list(line);
        var dice = town.dice(Persona.CUSTOMER_SERVICE, n);
        town.enrol(
                new CustomerService(town.world, line, inbound, town.strangers(0.5), dice),
                dice.between(20_000, 120_000));
    }

    private static Phone number(Town town, String digits) {
        return town.known(town.world.book.known(digits), Persona.CUSTOMER_SERVICE);
    }

    @Override
    public long act(long now) {
        var customer = customers.next(dice);
        var shown = Presented.truly(dice.chance(SHOWS_400) ? inbound.phone() : line.phone());
        caller.call(line, customer, shown, now);
        if (dice.chance(IS_RUNG)) {
            var rings = Outcome.answered(dice, HABIT.talkMs(dice));
            var at = now + dice.between(5_000, 60_000);
            var other = customers.next(dice);
            world.network.place(Dial.direct(other, inbound.phone()), rings, at, dice);
        }
        return DayShape.OFFICE.next(now + 10_000, MEAN_GAP_MS, dice);
    }
}
