/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.DeviceClass;

/**
 * A lift or a car that reports to its control room like clockwork, seconds each time, and is never
 * called. Looks like a card in a GOIP's module; it calls one number only.
 */
final class IotModule implements Resident {
    private static final long PERIOD_MS = 8 * 60_000;
    private static final long WANDERS_MS = 1_500;

    /** Of so many modules one has a number of the machines' own range. */
    private static final int MODULES_PER_MACHINE_NUMBER = 3;

    private static final CallHabit HABIT =
            new CallHabit(0.97, 0, 3_000, 2_000, 0, 0, Scripts.FRIENDS);

    private final Line line;
    private final Line controlRoom;
    private final Caller caller;
    private final Dice dice;

    private IotModule(Line line, Line controlRoom, Caller caller, Dice dice) {
        this.line = line;
        this.controlRoom = controlRoom;
        this.caller = caller;
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var world = town.world;
        var phone =
                n % MODULES_PER_MACHINE_NUMBER == 1
                        ? world.book.known("10648" + (10_000_000 + n))
                        : world.book.mobile();
        town.known(phone, Persona.IOT_MODULE);
        var line = world.sim(phone, world.book.token("MODULE", n), world.cell(n));
        town.cards.open(phone, Card.enterprise("lifts", 500, 200));
        town.cards.seat(line, DeviceClass.MODULE, 1, 500, 0);
        var controlRoom = Line.of(world.book.landline());
        var dice = town.dice(Persona.IOT_MODULE, n);
        town.enrol(
                new IotModule(line, controlRoom, new Caller(world, HABIT, dice), dice),
                dice.between(10_000, PERIOD_MS));
    }

    @Override
    public long act(long now) {
        caller.call(line, controlRoom, now);
        return now + PERIOD_MS + dice.between(-WANDERS_MS, WANDERS_MS);
    }
}
