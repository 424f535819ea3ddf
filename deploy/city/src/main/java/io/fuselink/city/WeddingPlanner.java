/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/**
 * With a card of four days, bought for this wedding, calls vendors and the guests of one family in
 * every province, hardly anybody twice. Looks like a new-card burst; most answer, they talk for
 * minutes, and they ring back.
 */
final class WeddingPlanner implements Resident {
    private static final double MEAN_GAP_MS = 110_000;
    private static final double CARD_DAYS = 4;
    private static final CallHabit HABIT =
            new CallHabit(0.65, 0.03, 15_000, 70_000, 0.2, 0.05, Scripts.WEDDING);

    private final Line line;
    private final CallList guests;
    private final Caller caller;
    private final Dice dice;

    private WeddingPlanner(Line line, CallList guests, Caller caller, Dice dice) {
        this.line = line;
        this.guests = guests;
        this.caller = caller;
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var line = town.handset(Persona.WEDDING_PLANNER, n + 8L);
        town.cards.open(line.phone(), Card.batch(line.phone(), "planner-" + n, CARD_DAYS, 1));
        town.list(line);
        var dice = town.dice(Persona.WEDDING_PLANNER, n);
        town.enrol(
                new WeddingPlanner(
                        line, town.strangers(0.2), new Caller(town.world, HABIT, dice), dice),
                dice.between(60_000, 300_000));
    }

    @Override
    public long act(long now) {
        caller.call(line, guests.next(dice), now);
        return DayShape.OFFICE.next(now + 20_000, MEAN_GAP_MS, dice);
    }
}
