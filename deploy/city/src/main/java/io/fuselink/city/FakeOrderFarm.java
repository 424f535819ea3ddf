/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.PurposeClass;
import java.util.ArrayList;
import java.util.List;

/**
 * A seller and hired buyers place orders that nobody delivers: the same pairs are bound again and
 * again and talk for seconds, so that the platform sees life. Looks like a courier with faithful
 * customers; who ordered also binds, and the buyers sit in one device and
 * call nobody else.
 */
final class FakeOrderFarm implements Resident {
    private static final int NUMBERS = 10;
    private static final Orders.Habit HABIT =
            new Orders.Habit(0.95, 0.5, 0.3, 2_000, 9_000, 0.05, Scripts.COURIER);

    private final Line seller;
    private final List<Line> buyers;
    private final Orders orders;
    private final long pace;
    private final Dice dice;

    private FakeOrderFarm(Line seller, List<Line> buyers, Orders orders, long pace, Dice dice) {
        this.seller = seller;
        this.buyers = buyers;
        this.orders = orders;
        this.pace = pace;
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var how = town.intensity();
        var lease = town.lease("bargain-hall-" + n, PurposeClass.ECOM);
        var seller = town.handset(Persona.FAKE_ORDER_FARM, n);
        var imei = town.world.book.token("BUYERS", n);
        var buyers = new ArrayList<Line>();
        for (var i = 0; i < how.count(10, 4); i++) {
            var phone = town.known(town.world.book.virtual(), Persona.FAKE_ORDER_FARM);
            town.cards.open(phone, Card.batch(phone, "buyers-" + n, 15, 5));
            buyers.add(town.world.sim(phone, imei, town.world.cell(n + 19L)));
        }
        var dice = town.dice(Persona.FAKE_ORDER_FARM, n);
        var orders = new Orders(town.world, lease, town.middleNumbers(lease, NUMBERS), HABIT, dice);
        town.enrol(
                new FakeOrderFarm(seller, buyers, orders, how.pace(360_000, 60_000), dice),
                dice.between(60_000, 300_000));
        var members = new ArrayList<>(buyers);
        members.add(seller);
        town.campaign(
                "fake-orders-" + n,
                Persona.FAKE_ORDER_FARM,
                members,
                List.of("LEASE:" + lease.poolKey(), "DEVICE:" + imei),
                List.of());
    }

    @Override
    public long act(long now) {
        orders.fake(seller, dice.pick(buyers), now, dice.between(5_000, 60_000));
        return now + dice.between(pace / 2, pace * 3 / 2);
    }
}
