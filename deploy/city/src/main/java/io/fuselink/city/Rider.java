/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.PurposeClass;

/**
 * Delivers food along the streets, in bursts at noon and in the evening. Looks guilty by moving with
 * every call and by ringing some customers directly, from a number of its own; bindings, orders and
 * sightings along the way clear it.
 */
final class Rider implements Resident {
    private static final double MEAN_GAP_MS = 5 * 60_000.0;
    private static final long GAP_LEAST_MS = 60_000;
    private static final double CALLS_DIRECTLY = 0.12;
    private static final Orders.Habit HABIT =
            new Orders.Habit(0.75, 0.5, 0.2, 6_000, 45_000, 0.1, Scripts.COURIER);

    private final OnTheRoad road;

    private Rider(OnTheRoad road) {
        this.road = road;
    }

    static void settle(Town town, int n) {
        var lease = town.lease("hot-wok", PurposeClass.FOOD);
        var road = OnTheRoad.of(town, Persona.RIDER, n, lease, n, HABIT, 0.5);
        road.enrol(town, new Rider(road));
    }

    @Override
    public long act(long now) {
        var dice = road.dice();
        var here = road.here(1);
        var customer = road.customers().next(dice);
        var done = road.orders().run(here, customer, now, dice.between(60_000, 180_000));
        if (dice.chance(CALLS_DIRECTLY)) {
            var direct = Outcome.answered(dice, dice.between(5_000, 30_000));
            var at = done.endedAt() + dice.between(20_000, 90_000);
            road.world().network.place(Dial.direct(here, customer.phone()), direct, at, dice);
        }
        road.world().radio.notice(here, now, dice);
        return DayShape.MEALS.next(now + GAP_LEAST_MS, MEAN_GAP_MS - GAP_LEAST_MS, dice);
    }
}
