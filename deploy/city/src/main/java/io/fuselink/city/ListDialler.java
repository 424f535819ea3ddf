/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.ReportChannel;
import java.util.List;

/**
 * Dials down a list nobody else has: strangers who hardly answer, never hear more than a few words
 * and never call back.
 */
final class ListDialler implements Resident {
    /** How a list is worked: gaps between attempts and talk in ms, shares 0–1. */
    record Habit(
            long gapLeast,
            long gapMost,
            double answered,
            double empty,
            long talkLeast,
            long talkMost,
            double marked) {}

    private final World world;
    private final Line line;
    private final Habit habit;
    private final Dice dice;

    ListDialler(World world, Line line, Habit habit, Dice dice) {
        this.world = world;
        this.line = line;
        this.habit = habit;
        this.dice = dice;
    }

    /** Every member works its own list. */
    static void settle(Town town, List<Line> members, Habit habit, Persona persona, int n) {
        for (var i = 0; i < members.size(); i++) {
            var dice = town.dice(persona, n * 1_000L + i);
            town.enrol(
                    new ListDialler(town.world, members.get(i), habit, dice),
                    dice.between(10_000, habit.gapLeast()));
        }
    }

    @Override
    public long act(long now) {
        var dial = Dial.direct(line, world.book.outsider());
        var talk = world.network.place(dial, outcome(), now, dice);
        if (talk.answered() && dice.chance(habit.marked())) {
            var at = talk.endedAt() + dice.between(20_000, 300_000);
            world.complaints.report(talk, ReportChannel.HANDSET_MARK, null, null, at);
        }
        return now + dice.between(habit.gapLeast(), habit.gapMost());
    }

    private Outcome outcome() {
        if (dice.chance(habit.answered())) {
            return Outcome.answered(dice, dice.between(habit.talkLeast(), habit.talkMost()));
        }
        return dice.chance(habit.empty()) ? Outcome.emptyNumber(dice) : Outcome.noAnswer(dice);
    }
}
