/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.PurposeClass;
import java.util.List;

/** A registered line that reminds 30 to 60 patients an hour; nearly all answer, some ring back. */
final class HospitalLine implements Resident {
    private static final long GAP_LEAST_MS = 61_000;
    private static final long GAP_MOST_MS = 115_000;
    private static final double ANSWERED = 0.88;
    private static final double RINGS_BACK = 0.15;
    private static final double HEARD = 0.05;

    private final World world;
    private final Line line;
    private final List<Line> patients;
    private final Dice dice;

    HospitalLine(World world, Line line, List<Line> patients, Dice dice) {
        this.world = world;
        this.line = line;
        this.patients = patients;
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var line = town.landline(Persona.HOSPITAL_LINE);
        town.register(line.phone(), PurposeClass.HEALTH);
        town.list(line);
        var dice = town.dice(Persona.HOSPITAL_LINE, n);
        town.enrol(
                new HospitalLine(town.world, line, town.friends(), dice),
                dice.between(60_000, 120_000));
    }

    @Override
    public long act(long now) {
        var patient = dice.chance(0.6) ? dice.pick(patients) : Line.of(world.book.outsider());
        var outcome =
                dice.chance(ANSWERED)
                        ? Outcome.answered(dice, dice.between(25_000, 150_000))
                        : Outcome.noAnswer(dice);
        var talk = world.network.place(Dial.direct(line, patient.phone()), outcome, now, dice);
        if (dice.chance(HEARD)) {
            world.recorder.onHandset(talk, world.scripts.pick(Scripts.HOSPITAL, dice), dice);
        }
        if (dice.chance(RINGS_BACK)) {
            var back = talk.endedAt() + dice.between(120_000, 1_500_000);
            var answered = Outcome.answered(dice, dice.between(30_000, 180_000));
            world.network.place(Dial.direct(patient, line.phone()), answered, back, dice);
        }
        return now + dice.between(GAP_LEAST_MS, GAP_MOST_MS);
    }
}
