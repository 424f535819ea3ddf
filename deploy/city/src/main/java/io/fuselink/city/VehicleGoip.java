/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.DeviceClass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Cards that drive around together: golden case G05. Each of them moves like a rider; what convicts
 * them is that all change cell at once. The politer, the more devices and the slower.
 */
final class VehicleGoip {
    private static final long CELL_MS = 6 * 60_000;

    private VehicleGoip() {}

    static void settle(Town town, int n) {
        var how = town.intensity();
        var world = town.world;
        var cards = how.count(5, 9);
        var shared = how.value() > 0.5;
        var members = new ArrayList<Line>();
        for (var i = 0; i < cards; i++) {
            var phone = town.known(world.book.mobile(), Persona.VEHICLE_GOIP);
            var imei = world.book.token("VEHICLE", n * 100L + (shared ? 0 : i));
            var line = world.sim(phone, imei, world.cell(11L * n));
            town.cards.open(phone, Card.batch(phone, "vehicle-" + n, 45, 2));
            town.cards.seat(line, DeviceClass.HANDSET, shared ? cards : 1, 5, 0);
            members.add(line);
        }
        var habit = ListDialler.Habit.of(how, 600_000, 120_000, Scripts.LOAN);
        var moving =
                members.stream()
                        .<LongFunction<Line>>map(
                                line -> now -> line.at(passing(world, 11L * n, now)))
                        .toList();
        for (var i = 0; i < cards; i++) {
            var dice = town.dice(Persona.VEHICLE_GOIP, n * 1_000L + i);
            town.enrol(
                    new ListDialler(world, moving.get(i), moving, town.strangers(0.1), habit, dice),
                    dice.between(10_000, habit.pace()));
        }
        town.campaign(
                "vehicle-" + n, Persona.VEHICLE_GOIP, members, keys(world, n, shared), List.of());
    }

    private static Cell passing(World world, long start, long now) {
        return world.cell(start + (now - world.plan.startMs()) / CELL_MS);
    }

    private static List<String> keys(World world, int n, boolean shared) {
        return shared ? List.of("DEVICE:" + world.book.token("VEHICLE", n * 100L)) : List.of();
    }
}
