/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.TrunkType;

/**
 * An agency: agents with numbers of their own behind one trunk call applicants all over the country,
 * day in, day out, and some of those called mark them. Looks like a rotating pool; applicants ring
 * back, and what they complain about is being sold to.
 */
final class Recruiter implements Resident {
    private static final int AGENTS = 4;
    private static final double MEAN_GAP_MS = 150_000;
    private static final double MARKED = 0.02;
    private static final CallHabit HABIT =
            new CallHabit(0.42, 0.08, 8_000, 40_000, 0.12, 0.03, Scripts.RECRUITER);

    private final World world;
    private final Line line;
    private final CallList applicants;
    private final Caller caller;
    private final Dice dice;

    private Recruiter(World world, Line line, CallList applicants, Dice dice) {
        this.world = world;
        this.line = line;
        this.applicants = applicants;
        this.caller = new Caller(world, HABIT, dice);
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var trunk = new Trunk("ent-agency-" + n, TrunkType.ENT);
        var agents = town.virtualNumbers(AGENTS, Persona.RECRUITER, trunk);
        for (var i = 0; i < AGENTS; i++) {
            var agent = agents.get(i);
            town.cards.open(agent.phone(), Card.enterprise("agency-" + n, 60 + 200 * i, AGENTS));
            var dice = town.dice(Persona.RECRUITER, n * 10L + i);
            town.enrol(
                    new Recruiter(town.world, agent, town.strangers(0.15), dice),
                    dice.between(20_000, 300_000));
        }
        town.list(agents.get(0));
    }

    @Override
    public long act(long now) {
        var talk = caller.call(line, applicants.next(dice), now);
        if (talk.answered() && dice.chance(MARKED)) {
            world.complaints.markAsSelling(talk, talk.endedAt() + dice.between(20_000, 200_000));
        }
        return DayShape.OFFICE.next(now + 15_000, MEAN_GAP_MS, dice);
    }
}
