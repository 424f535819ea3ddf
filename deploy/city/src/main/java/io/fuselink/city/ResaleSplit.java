/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.PurposeClass;
import java.util.ArrayList;
import java.util.List;

/**
 * A shop that sub-lets its middle numbers: crews that do not know each other call strangers through
 * one lease, each below any limit, and sell loans where parcels were registered. Every call is
 * bound, as a courier's; nobody rings back and no order is called twice.
 */
final class ResaleSplit implements Resident {
    private static final int CREWS = 3;
    private static final int AGENTS_OF_A_CREW = 2;
    private static final int NUMBERS = 12;

    private final Line line;
    private final Orders orders;
    private final CallList list;
    private final long pace;
    private final Dice dice;

    private ResaleSplit(Line line, Orders orders, CallList list, long pace, Dice dice) {
        this.line = line;
        this.orders = orders;
        this.list = list;
        this.pace = pace;
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var how = town.intensity();
        var lease = town.lease("corner-store-" + n, PurposeClass.ECOM);
        var habit =
                new Orders.Habit(
                        how.between(0.6, 0.3),
                        how.between(0.2, 0.05),
                        0.05,
                        5_000,
                        90_000,
                        0.15,
                        Scripts.LOAN);
        var agents = new ArrayList<Line>();
        for (var i = 0; i < CREWS * AGENTS_OF_A_CREW; i++) {
            var line = town.handset(Persona.RESALE_SPLIT, i % CREWS * 9L + n);
            var dice = town.dice(Persona.RESALE_SPLIT, n * 100L + i);
            var orders =
                    new Orders(town.world, lease, town.middleNumbers(lease, NUMBERS), habit, dice);
            town.enrol(
                    new ResaleSplit(
                            line, orders, town.strangers(0.1), how.pace(360_000, 120_000), dice),
                    dice.between(30_000, 400_000));
            agents.add(line);
        }
        town.campaign(
                "resale-" + n,
                Persona.RESALE_SPLIT,
                agents,
                List.of("LEASE:" + lease.poolKey()),
                List.of());
    }

    @Override
    public long act(long now) {
        orders.run(line, list.next(dice), now, dice.between(2_000, 20_000));
        return now + dice.between(pace / 2, pace * 3 / 2);
    }
}
