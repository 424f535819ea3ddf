/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/**
 * Calls whoever ordered lunch that it is ready: strangers, seconds each, nearly all within two hours.
 * Looks like a stranger burst; those who order call the shop as well.
 */
final class ShopAtNoon implements Resident {
    private static final double MEAN_GAP_MS = 120_000;
    private static final double ORDERS_COME_BY_CALL = 0.6;
    private static final CallHabit HABIT =
            new CallHabit(0.8, 0.02, 4_000, 12_000, 0.08, 0.04, Scripts.SHOP);

    private final World world;
    private final Line line;
    private final CallList guests;
    private final Caller caller;
    private final Dice dice;

    private ShopAtNoon(World world, Line line, CallList guests, Dice dice) {
        this.world = world;
        this.line = line;
        this.guests = guests;
        this.caller = new Caller(world, HABIT, dice);
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var line =
                n % 2 == 0
                        ? town.landline(Persona.SHOP_AT_NOON)
                        : town.handset(Persona.SHOP_AT_NOON, n + 6L);
        town.list(line);
        var dice = town.dice(Persona.SHOP_AT_NOON, n);
        town.enrol(
                new ShopAtNoon(town.world, line, town.strangers(0.6), dice),
                dice.between(60_000, 300_000));
    }

    @Override
    public long act(long now) {
        var guest = guests.next(dice);
        var later = now;
        if (dice.chance(ORDERS_COME_BY_CALL)) {
            var order = Outcome.answered(dice, dice.between(15_000, 50_000));
            var talk = world.network.place(Dial.direct(guest, line.phone()), order, now, dice);
            later = talk.endedAt() + dice.between(600_000, 1_200_000);
        }
        caller.call(line, guest, later);
        return DayShape.NOON.next(now + 10_000, MEAN_GAP_MS, dice);
    }
}
