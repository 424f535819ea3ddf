/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Initiator;
import io.fuselink.events.PurposeClass;

/**
 * Takes strangers through the city: sixty of them a day, cells moving as fast as a car, every call
 * inside one binding. Some passengers forget something and ring the dead middle number: they look
 * like those who call harvested ones. Golden case G03.
 */
final class Driver implements Resident {
    private static final double MEAN_GAP_MS = 14 * 60_000.0;
    private static final long GAP_LEAST_MS = 8 * 60_000;
    private static final int CELLS_A_RIDE = 3;
    private static final double FORGETS = 0.08;
    private static final Orders.Habit HABIT =
            new Orders.Habit(0.85, 0.7, 0.35, 5_000, 40_000, 0.15, Scripts.DRIVER);

    private final OnTheRoad road;

    private Driver(OnTheRoad road) {
        this.road = road;
    }

    static void settle(Town town, int n) {
        var lease = town.lease("go-ride", PurposeClass.RIDE);
        var road = OnTheRoad.of(town, Persona.DRIVER, n, lease, n * 5L, HABIT, 0.3);
        road.enrol(town, new Driver(road));
    }

    @Override
    public long act(long now) {
        var dice = road.dice();
        var here = road.here(CELLS_A_RIDE);
        var passenger = road.customers().next(dice);
        var done = road.orders().run(here, passenger, now, dice.between(20_000, 90_000));
        if (dice.chance(FORGETS)) {
            var dead = new Route(done.x(), null, Initiator.OTHER, road.orders().lease().poolKey());
            var at = done.unboundAt() + dice.between(300_000, 1_800_000);
            road.world()
                    .network
                    .place(
                            Dial.through(passenger, done.x(), dead),
                            Outcome.noBinding(dice),
                            at,
                            dice);
        }
        road.world().radio.notice(here, now, dice);
        return DayShape.WAKING.next(now + GAP_LEAST_MS, MEAN_GAP_MS - GAP_LEAST_MS, dice);
    }
}
