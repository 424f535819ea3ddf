/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.PurposeClass;

/**
 * Listens: strangers ring it all day and talk for long, and it rings back whoever hung up while
 * waiting. Looks like a relay's closer, a short call and then a long one from a line the called
 * person does not know; but they called first.
 */
final class Hotline implements Resident {
    private static final double MEAN_GAP_MS = 4 * 60_000;
    private static final double GETS_THROUGH = 0.6;
    private static final CallHabit LISTENS =
            new CallHabit(0.85, 0, 120_000, 500_000, 0, 0.1, Scripts.HOTLINE);

    private final World world;
    private final Line line;
    private final CallList people;
    private final Caller caller;
    private final Dice dice;

    private Hotline(World world, Line line, CallList people, Dice dice) {
        this.world = world;
        this.line = line;
        this.people = people;
        this.caller = new Caller(world, LISTENS, dice);
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var line = town.landline(Persona.HOTLINE);
        town.register(line.phone(), PurposeClass.HOTLINE);
        var dice = town.dice(Persona.HOTLINE, n);
        town.enrol(
                new Hotline(town.world, line, town.strangers(0.6), dice),
                dice.between(30_000, 300_000));
    }

    @Override
    public long act(long now) {
        var somebody = people.next(dice);
        if (dice.chance(GETS_THROUGH)) {
            caller.call(somebody, line, now);
        } else {
            var waits = Outcome.missed(dice, dice.between(20_000, 60_000));
            var dial = Dial.direct(somebody, line.phone());
            var missed = world.network.place(dial, waits, now, dice);
            caller.call(line, somebody, missed.endedAt() + dice.between(120_000, 900_000));
        }
        return DayShape.WAKING.next(now + 20_000, MEAN_GAP_MS, dice);
    }
}
