/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.List;

/** Calls a small circle, is called by it, and calls back what was missed: what a load is made of. */
final class Acquaintance implements Resident {
    private static final double MEAN_GAP_MS = 22 * 60_000.0;
    private static final double ANSWERS = 0.75;
    private static final double CALLS_BACK = 0.6;
    private static final double TALKS_LONG = 0.02;
    private static final double LISTENS = 0.01;
    private static final double SEEN = 0.25;

    private final World world;
    private final Line line;
    private final List<Line> circle;
    private final Dice dice;

    Acquaintance(World world, Line line, List<Line> circle, Dice dice) {
        this.world = world;
        this.line = line;
        this.circle = circle;
        this.dice = dice;
    }

    @Override
    public long act(long now) {
        var friend = dice.pick(circle);
        var talk = world.network.place(Dial.direct(line, friend.phone()), outcome(), now, dice);
        if (!talk.answered() && dice.chance(CALLS_BACK)) {
            var back = talk.endedAt() + dice.between(60_000, 20 * 60_000);
            var answered = Outcome.answered(dice, talkMs());
            world.network.place(Dial.direct(friend, line.phone()), answered, back, dice);
        } else if (dice.chance(LISTENS)) {
            world.recorder.onHandset(talk, world.scripts.pick(Scripts.FRIENDS, dice), dice);
        }
        if (dice.chance(SEEN)) {
            world.radio.notice(line, now, dice);
        }
        return now + gap(dice);
    }

    /** From one thing to call about to the next, ms. */
    static long gap(Dice dice) {
        return 60_000 + dice.exponential(MEAN_GAP_MS);
    }

    private Outcome outcome() {
        if (dice.chance(ANSWERS)) {
            return Outcome.answered(dice, talkMs());
        }
        return dice.chance(0.2) ? Outcome.busy(dice) : Outcome.noAnswer(dice);
    }

    private long talkMs() {
        return dice.chance(TALKS_LONG)
                ? dice.between(600_000, 1_500_000)
                : 15_000 + Math.min(dice.exponential(110_000), 540_000);
    }
}
