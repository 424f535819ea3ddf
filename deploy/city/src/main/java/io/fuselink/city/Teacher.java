/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.ArrayList;
import java.util.List;

/**
 * Lives quietly until something happens at school, then calls the parents of a class one after the
 * other, once more where nobody answered. Looks like a stranger burst out of silence; nearly all
 * answer, and many ring back.
 */
final class Teacher implements Resident {
    private static final int PARENTS = 34;
    private static final double CALLS_FROM = 0.3;
    private static final CallHabit HABIT =
            new CallHabit(0.75, 0.02, 25_000, 60_000, 0.25, 0.05, Scripts.TEACHER);

    private final Line line;
    private final List<Line> parents;
    private final Caller caller;
    private final Dice dice;
    private int called;

    private Teacher(Line line, List<Line> parents, Caller caller, Dice dice) {
        this.line = line;
        this.parents = parents;
        this.caller = caller;
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var line = town.handset(Persona.TEACHER, n + 4L);
        var dice = town.dice(Persona.TEACHER, n);
        var everybody = town.strangers(0.5);
        var parents = new ArrayList<Line>();
        for (var i = 0; i < PARENTS; i++) {
            parents.add(everybody.next(dice));
        }
        var begins = Math.round(town.world.plan.lengthMs() * CALLS_FROM);
        town.enrol(
                new Teacher(line, parents, new Caller(town.world, HABIT, dice), dice),
                begins + dice.between(0, 600_000));
    }

    @Override
    public long act(long now) {
        var parent = parents.get(called++);
        var talk = caller.call(line, parent, now);
        if (!talk.answered() && parents.size() < PARENTS * 4 / 3) {
            parents.add(parent);
        }
        return called == parents.size() ? GONE : talk.endedAt() + dice.between(15_000, 45_000);
    }
}
