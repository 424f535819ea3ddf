/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.DeviceClass;
import java.util.ArrayList;
import java.util.List;

/**
 * Cards opened long ago and silent for months wake up one after the other, in new handsets and in
 * another province, and dial lists. Looks like somebody home from a long journey, who would call
 * people he knows.
 */
final class SleeperCard {
    private static final double SLEPT_LEAST_DAYS = 40;
    private static final double SEEN_TOGETHER_DAYS = 700;

    private SleeperCard() {}

    static void settle(Town town, int n) {
        var how = town.intensity();
        var world = town.world;
        var habit = ListDialler.Habit.of(how, 420_000, 90_000, Scripts.LOAN);
        var members = new ArrayList<Line>();
        for (var i = 0; i < how.count(3, 6); i++) {
            var phone = town.known(world.book.visitor(), Persona.SLEEPER_CARD);
            var slept = SLEPT_LEAST_DAYS + 23 * i;
            town.cards.open(phone, Card.batch(phone, "sleeper-" + n + "-" + i, 800 + 90 * i, 2));
            var before = world.handset(phone, world.cell(n));
            town.cards.seat(before, DeviceClass.HANDSET, 1, SEEN_TOGETHER_DAYS, slept);
            members.add(world.handset(phone, world.cell(n + 15L)));
        }
        var crew = ListDialler.still(members);
        for (var i = 0; i < members.size(); i++) {
            var dice = town.dice(Persona.SLEEPER_CARD, n * 100L + i);
            var line = members.get(i);
            var wakes = Math.round(world.plan.lengthMs() * (0.1 + 0.4 * i / members.size()));
            town.enrol(
                    now -> {
                        world.cards.seen(line, DeviceClass.HANDSET, 1, now, now, now);
                        return Resident.GONE;
                    },
                    wakes);
            town.enrol(
                    new ListDialler(world, crew.get(i), crew, town.strangers(0.1), habit, dice),
                    wakes + dice.between(60_000, 240_000));
        }
        town.campaign("sleeper-" + n, Persona.SLEEPER_CARD, members, List.of(), List.of());
    }
}
