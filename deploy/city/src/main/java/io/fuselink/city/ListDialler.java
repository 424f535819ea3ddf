/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.ReportChannel;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Works down a list of strangers. Most do not answer, some hang up, a few are hooked and stay; some
 * ring back, and a polite crew calls its own numbers in between, so that they are called as well.
 */
final class ListDialler implements Resident {
    /**
     * How a list is worked.
     *
     * @param pace mean gap between attempts, ms
     * @param call what becomes of a call
     * @param hooked share of those who answer that talk for minutes
     * @param redials share of attempts that go to who did not answer before
     * @param social share of attempts that go to one of the crew's own
     * @param marked share of those who answer that report
     */
    record Habit(
            long pace,
            CallHabit call,
            double hooked,
            double redials,
            double social,
            double marked) {
        /** The trade's usual: the politer, the slower, the better the list and the more camouflage. */
        static Habit of(Intensity how, long politePace, long blatantPace, String script) {
            return new Habit(
                    how.pace(politePace, blatantPace),
                    new CallHabit(
                            how.between(0.6, 0.3),
                            how.between(0.05, 0.25),
                            3_000,
                            how.between(30_000, 15_000),
                            how.between(0.3, 0.03),
                            0.03,
                            script),
                    how.between(0.2, 0.1),
                    how.between(0.3, 0.05),
                    how.between(0.35, 0),
                    how.between(0.005, 0.03));
        }
    }

    private static final long HOOKED_LEAST_MS = 90_000;
    private static final double HOOKED_MEAN_MS = 240_000;

    private final World world;
    private final LongFunction<Line> line;
    private final List<LongFunction<Line>> crew;
    private final CallList list;
    private final Habit habit;
    private final Caller caller;
    private final Dice dice;
    private Line missed;

    /**
     * @param line the number as it is at a moment, epoch ms
     * @param crew numbers it acts with, likewise
     */
    ListDialler(
            World world,
            LongFunction<Line> line,
            List<LongFunction<Line>> crew,
            CallList list,
            Habit habit,
            Dice dice) {
        this.world = world;
        this.line = line;
        this.crew = crew;
        this.list = list;
        this.habit = habit;
        this.caller = new Caller(world, habit.call(), dice);
        this.dice = dice;
    }

    /** Every member works its own list, all from the beginning of the play. */
    static void settle(Town town, List<Line> members, Habit habit, Persona persona, int n) {
        var crew = still(members);
        for (var i = 0; i < members.size(); i++) {
            var dice = town.dice(persona, n * 1_000L + i);
            town.enrol(
                    new ListDialler(
                            town.world, crew.get(i), crew, town.strangers(0.1), habit, dice),
                    dice.between(10_000, habit.pace()));
        }
    }

    /** Numbers that stay where they are. */
    static List<LongFunction<Line>> still(List<Line> lines) {
        return lines.stream().<LongFunction<Line>>map(line -> now -> line).toList();
    }

    @Override
    public long act(long now) {
        var from = line.apply(now);
        if (crew.size() > 1 && dice.chance(habit.social())) {
            caller.call(from, dice.pick(crew).apply(now), now);
        } else {
            work(from, now);
        }
        return now + habit.pace() / 4 + dice.exponential(habit.pace() * 0.75);
    }

    private void work(Line from, long now) {
        var again = missed != null && dice.chance(habit.redials());
        var to = again ? missed : list.next(dice);
        var talk =
                dice.chance(habit.call().answered() * habit.hooked())
                        ? hook(from, to, now)
                        : caller.call(from, to, now);
        missed = talk.answered() ? null : to;
        if (talk.answered() && dice.chance(habit.marked())) {
            var at = talk.endedAt() + dice.between(20_000, 300_000);
            world.complaints.report(talk, ReportChannel.HANDSET_MARK, null, null, at);
        }
    }

    private Talk hook(Line from, Line to, long now) {
        var talk = Outcome.answered(dice, HOOKED_LEAST_MS + dice.exponential(HOOKED_MEAN_MS));
        return world.network.place(Dial.direct(from, to.phone()), talk, now, dice);
    }
}
