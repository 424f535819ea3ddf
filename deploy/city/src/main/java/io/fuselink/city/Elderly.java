/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.AmountBucket;
import io.fuselink.events.FundRisk;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Is called more than calls and talks for half an hour; rings the bank, is sent codes meanwhile, and
 * pays a grandchild for the first time. Looks like a victim under remote control; but the long call
 * is with family, and the bank is really the bank.
 */
final class Elderly implements Resident {
    private static final double MEAN_GAP_MS = 40 * 60_000;
    private static final double IS_CALLED = 0.6;
    private static final double RINGS_BANK = 0.12;
    private static final double PAYS_GRANDCHILD = 0.06;
    private static final int FAMILY = 3;
    private static final CallHabit HABIT =
            new CallHabit(0.8, 0, 90_000, 700_000, 0.1, 0.06, Scripts.FRIENDS);

    private final World world;
    private final Line line;
    private final List<Line> family;
    private final Phone bank;
    private final Caller caller;
    private final Dice dice;

    private Elderly(World world, Line line, List<Line> family, Phone bank, Dice dice) {
        this.world = world;
        this.line = line;
        this.family = family;
        this.bank = bank;
        this.caller = new Caller(world, HABIT, dice);
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var line = town.handset(Persona.ELDERLY, n + 2L);
        var family =
                IntStream.range(0, FAMILY).mapToObj(i -> town.friend(n * 29L + i * 3)).toList();
        var bank = town.world.book.known("95588");
        var dice = town.dice(Persona.ELDERLY, n);
        town.enrol(
                new Elderly(town.world, line, family, bank, dice), dice.between(60_000, 1_800_000));
    }

    @Override
    public long act(long now) {
        var relative = dice.pick(family);
        if (dice.chance(RINGS_BANK)) {
            ringBank(now);
        } else if (dice.chance(IS_CALLED)) {
            payMaybe(relative, caller.call(relative, line, now));
        } else {
            payMaybe(relative, caller.call(line, relative, now));
        }
        return DayShape.WAKING.next(now + 300_000, MEAN_GAP_MS, dice);
    }

    private void ringBank(long now) {
        var outcome = Outcome.answered(dice, dice.between(300_000, 1_000_000));
        var talk = world.network.place(Dial.direct(line, bank), outcome, now, dice);
        var middle = talk.answeredAt() + talk.lengthMs() / 2;
        world.messages.code(line.phone(), middle);
        world.messages.code(line.phone(), middle + 60_000);
    }

    private void payMaybe(Line relative, Talk talk) {
        if (talk.answered() && dice.chance(PAYS_GRANDCHILD)) {
            var gift = new Bank.Movement(AmountBucket.FROM_1K_TO_10K, true, FundRisk.NONE);
            var at = talk.endedAt() + dice.between(120_000, 900_000);
            world.messages.code(line.phone(), at - 60_000);
            world.bank.pay(line.phone(), world.bank.accountOf(relative.phone()), gift, at);
        }
    }
}
