/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Many cards in one device that never moves and is never called: golden case G04. The politer, the
 * fewer cards and the slower.
 */
final class StaticGoip {
    private StaticGoip() {}

    static void settle(Town town, int n) {
        var how = town.intensity();
        var imei = town.world.book.token("GOIP", n);
        var cell = town.world.cell(n + 7L);
        var members =
                IntStream.range(0, how.count(5, 15))
                        .mapToObj(i -> town.world.book.mobile())
                        .map(phone -> town.known(phone, Persona.STATIC_GOIP))
                        .map(phone -> town.world.sim(phone, imei, cell))
                        .toList();
        var pace = how.pace(480_000, 84_000);
        var habit =
                new ListDialler.Habit(
                        pace * 3 / 4,
                        pace * 5 / 4,
                        how.between(0.4, 0.2),
                        0.15,
                        4_000,
                        35_000,
                        0.04);
        ListDialler.settle(town, members, habit, Persona.STATIC_GOIP, n);
        town.campaign(
                "goip-" + n,
                Persona.STATIC_GOIP,
                members,
                List.of("DEVICE:" + imei, "CELL:" + cell.tk()),
                List.of());
    }
}
