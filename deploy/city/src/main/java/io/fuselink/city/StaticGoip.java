/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.DeviceClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many cards in one device that never moves: golden case G04. The politer, the fewer cards, the
 * slower, and the more devices they are spread over.
 */
final class StaticGoip {
    private StaticGoip() {}

    static void settle(Town town, int n) {
        var how = town.intensity();
        var devices =
                IntStream.range(0, how.count(3, 1))
                        .mapToObj(d -> town.world.book.token("GOIP", n * 3L + d))
                        .toList();
        var cell = town.world.cell(n + 7L);
        var cards = how.count(5, 15);
        var members = new ArrayList<Line>();
        for (var i = 0; i < cards; i++) {
            var phone = town.known(town.world.book.mobile(), Persona.STATIC_GOIP);
            var line = town.world.sim(phone, devices.get(i % devices.size()), cell);
            town.cards.open(phone, Card.batch(phone, "goip-" + n + "-" + i / 5, 20 + 30 * i, 5));
            town.cards.seat(line, DeviceClass.MODULE, cards / devices.size(), 12, 0);
            members.add(line);
        }
        var habit = ListDialler.Habit.of(how, 480_000, 84_000, Scripts.LOAN);
        ListDialler.settle(town, members, habit, Persona.STATIC_GOIP, n);
        var keys = new ArrayList<String>();
        devices.forEach(imei -> keys.add("DEVICE:" + imei));
        keys.add("CELL:" + cell.tk());
        town.campaign("goip-" + n, Persona.STATIC_GOIP, members, keys, List.of());
    }
}
