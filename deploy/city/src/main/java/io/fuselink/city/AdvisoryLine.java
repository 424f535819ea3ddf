/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.PurposeClass;
import java.util.List;

/** A bank or the anti-fraud line: calls people to warn them, and says 安全账户 while doing so. */
final class AdvisoryLine implements Resident {
    private static final List<String> DIGITS = List.of("95588", "96110");
    private static final double MEAN_GAP_MS = 9 * 60_000.0;

    private final World world;
    private final Line line;
    private final List<Line> people;
    private final Dice dice;

    AdvisoryLine(World world, Line line, List<Line> people, Dice dice) {
        this.world = world;
        this.line = line;
        this.people = people;
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var line = town.serviceLine(DIGITS.get(n), Persona.ADVISORY_LINE);
        town.register(line.phone(), PurposeClass.HOTLINE);
        var dice = town.dice(Persona.ADVISORY_LINE, n);
        town.enrol(
                new AdvisoryLine(town.world, line, town.friends(), dice),
                dice.between(60_000, 600_000));
    }

    @Override
    public long act(long now) {
        var outcome = Outcome.answered(dice, dice.between(40_000, 160_000));
        var dial = Dial.direct(line, dice.pick(people).phone());
        var talk = world.network.place(dial, outcome, now, dice);
        world.recorder.onHandset(talk, world.scripts.pick(Scripts.ADVISORY, dice), dice);
        return now + 60_000 + dice.exponential(MEAN_GAP_MS);
    }
}
