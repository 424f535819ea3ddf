/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.ReportChannel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says what impersonators say, the politer the more often in words no lexicon holds. Few calls, long
 * ones, each like a family's; what gives it away is what it means.
 */
final class ScriptParaphraser implements Resident {
    private static final int MEMBERS = 3;
    private static final double ANSWERED = 0.6;
    private static final double HEARD = 0.8;
    private static final double BELIEVED = 0.3;

    private final World world;
    private final Line line;
    private final CallList list;
    private final double paraphrased;
    private final long pace;
    private final MoneyTrail trail;
    private final Dice dice;

    private ScriptParaphraser(
            World world, Line line, CallList list, Intensity how, MoneyTrail trail, Dice dice) {
        this.world = world;
        this.line = line;
        this.list = list;
        this.paraphrased = how.between(1, 0.2);
        this.pace = how.pace(1_200_000, 480_000);
        this.trail = trail;
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var name = "paraphraser-" + n;
        var members =
                IntStream.range(0, MEMBERS)
                        .mapToObj(i -> town.handset(Persona.SCRIPT_PARAPHRASER, n * 3L + i))
                        .toList();
        var trail = new MoneyTrail(town.world, name, members.get(0).phone());
        for (var i = 0; i < MEMBERS; i++) {
            var dice = town.dice(Persona.SCRIPT_PARAPHRASER, n * 10L + i);
            town.enrol(
                    new ScriptParaphraser(
                            town.world,
                            members.get(i),
                            town.strangers(0.6),
                            town.intensity(),
                            trail,
                            dice),
                    dice.between(60_000, 900_000));
        }
        town.campaign(name, Persona.SCRIPT_PARAPHRASER, members, List.of(), List.of());
    }

    @Override
    public long act(long now) {
        var outcome =
                dice.chance(ANSWERED)
                        ? Outcome.answered(dice, dice.between(240_000, 1_080_000))
                        : Outcome.noAnswer(dice);
        var dial = Dial.direct(line, list.next(dice).phone());
        var talk = world.network.place(dial, outcome, now, dice);
        if (dice.chance(HEARD)) {
            var words = dice.chance(paraphrased) ? Scripts.PARAPHRASE : Scripts.SAFE_ACCOUNT;
            world.recorder.onHandset(talk, world.scripts.pick(words, dice), dice);
        }
        if (talk.answered() && dice.chance(BELIEVED)) {
            trail.lay(talk, dice);
            world.complaints.report(
                    talk, ReportChannel.C96110, null, 3_000_000L, talk.endedAt() + 900_000);
        }
        return now + dice.between(pace / 2, pace * 3 / 2);
    }
}
