/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/**
 * From another province, calls one government line more than twenty times in a morning and is
 * answered two or three times: golden case G01, nobody may act on it.
 */
final class Lawyer implements Resident {
    private static final int ATTEMPTS = 24;

    /** Shortest stretch the attempts are spread over, as a share of the play. */
    private static final double MORNING = 0.8;

    private static final long MORNING_AT_MOST_MS = 9_000_000;

    private final World world;
    private final Line line;
    private final Phone office;
    private final Dice dice;
    private int attempts;

    Lawyer(World world, Line line, Phone office, Dice dice) {
        this.world = world;
        this.line = line;
        this.office = office;
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var office = town.known(town.world.book.landline(), Persona.GOVERNMENT_LINE);
        var home = town.known(town.world.book.visitor(), Persona.LAWYER);
        var line = town.world.handset(home, town.world.cell(n));
        var dice = town.dice(Persona.LAWYER, n);
        town.enrol(new Lawyer(town.world, line, office, dice), dice.between(60_000, 300_000));
    }

    @Override
    public long act(long now) {
        attempts++;
        var answered = attempts == 9 || attempts == 17;
        var outcome =
                answered
                        ? Outcome.answered(dice, dice.between(40_000, 200_000))
                        : Outcome.busy(dice);
        world.network.place(Dial.direct(line, office), outcome, now, dice);
        return attempts == ATTEMPTS ? GONE : now + gap();
    }

    private long gap() {
        var morning = Math.min(MORNING_AT_MOST_MS, Math.round(world.plan.lengthMs() * MORNING));
        var mean = morning / ATTEMPTS;
        return dice.between(mean / 2, mean * 3 / 2);
    }
}
