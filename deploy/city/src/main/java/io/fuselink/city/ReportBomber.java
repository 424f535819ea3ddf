/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.ReportChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * A crew that reports somebody who did nothing. The polite lure first: they miss-call the number,
 * wait to be rung back and report that call, which did take place; the blatant report calls that
 * never were. What they report is the number's ruin; what tells them is that they know each other.
 */
final class ReportBomber implements Resident {
    private static final long MISSED_CALL_MS = 9_000;
    private static final double BEGINS_AT = 0.15;
    private static final double ENDS_AT = 0.8;

    private final World world;
    private final List<Line> crew;
    private final Line innocent;
    private final double lures;
    private final long pace;
    private final Dice dice;
    private int next;

    private ReportBomber(
            World world, List<Line> crew, Line innocent, Intensity how, long pace, Dice dice) {
        this.world = world;
        this.crew = crew;
        this.innocent = innocent;
        this.lures = how.between(0.9, 0.1);
        this.pace = pace;
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        against(town, "bombers-" + n, n, town.listed(n * 7), town.intensity().count(6, 14));
    }

    /** A crew of so many against one number. */
    static void against(Town town, String name, long place, Line innocent, int reporters) {
        var plan = town.world.plan;
        var crew = new ArrayList<Line>();
        for (var i = 0; i < reporters; i++) {
            var line = town.handset(Persona.REPORT_BOMBER, place + i);
            crew.add(line);
        }
        for (var line : crew) {
            var circle = crew.stream().filter(other -> !other.equals(line)).toList();
            var dice = town.dice(Persona.REPORT_BOMBER, place * 100 + crew.indexOf(line));
            town.enrol(new Friend(town.world, line, circle, dice), dice.between(60_000, 1_200_000));
        }
        var window = Math.round(plan.lengthMs() * (ENDS_AT - BEGINS_AT));
        town.enrol(
                new ReportBomber(
                        town.world,
                        crew,
                        innocent,
                        town.intensity(),
                        window / reporters,
                        town.dice(Persona.REPORT_BOMBER, -1 - place)),
                Math.round(plan.lengthMs() * BEGINS_AT));
        town.campaign(name, Persona.REPORT_BOMBER, crew, List.of(), List.of(innocent));
    }

    @Override
    public long act(long now) {
        var reporter = crew.get(next++);
        var talk = dice.chance(lures) ? lure(reporter, now) : invent(reporter, now);
        var channel = next % 2 == 0 ? ReportChannel.C12321 : ReportChannel.HANDSET_MARK;
        var at = talk.endedAt() + dice.between(60_000, 300_000);
        world.complaints.report(talk, channel, "客服", null, at);
        return next == crew.size() ? GONE : now + dice.between(pace / 2, pace);
    }

    /** @return the innocent's call, which really took place */
    private Talk lure(Line reporter, long now) {
        var rung = Outcome.missed(dice, MISSED_CALL_MS);
        var missed = world.network.place(Dial.direct(reporter, innocent.phone()), rung, now, dice);
        var back = missed.endedAt() + dice.between(30_000, 120_000);
        var answered = Outcome.answered(dice, dice.between(5_000, 20_000));
        return world.network.place(Dial.direct(innocent, reporter.phone()), answered, back, dice);
    }

    private Talk invent(Line reporter, long now) {
        var never = Dial.direct(innocent, reporter.phone());
        return new Talk("never", never, now, now + dice.between(20_000, 90_000));
    }
}
