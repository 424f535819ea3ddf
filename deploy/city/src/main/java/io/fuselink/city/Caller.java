/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/** Makes somebody's calls by habit: the call itself, what is heard of it, and who rings back. */
final class Caller {
    private static final long RINGS_BACK_LEAST_MS = 60_000;
    private static final long RINGS_BACK_MOST_MS = 20 * 60_000;

    private final World world;
    private final CallHabit habit;
    private final Dice dice;

    Caller(World world, CallHabit habit, Dice dice) {
        this.world = world;
        this.habit = habit;
        this.dice = dice;
    }

    Talk call(Line from, Line to, long now) {
        return call(from, to, Presented.truly(from.phone()), now);
    }

    /** The call, and the ring back to the number the caller really has. */
    Talk call(Line from, Line to, Presented presented, long now) {
        var dial = Dial.direct(from, to.phone()).presenting(presented);
        var talk = world.network.place(dial, habit.outcome(dice), now, dice);
        if (talk.answered() && dice.chance(habit.heard())) {
            world.recorder.onHandset(talk, world.scripts.pick(habit.script(), dice), dice);
        }
        if (dice.chance(habit.ringsBack())) {
            var back = talk.endedAt() + dice.between(RINGS_BACK_LEAST_MS, RINGS_BACK_MOST_MS);
            var answered = Outcome.answered(dice, habit.talkMs(dice));
            world.network.place(Dial.direct(to, from.phone()), answered, back, dice);
        }
        return talk;
    }
}
