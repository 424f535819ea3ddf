/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.TrunkType;
import java.util.List;

/**
 * A pool behind one trunk that takes turns: every number stays below what anybody would notice, the
 * pool dials on and on. The politer, the more numbers and the fewer calls for each.
 */
final class PoliteRotator {
    private PoliteRotator() {}

    static void settle(Town town, int n) {
        var how = town.intensity();
        var trunk = new Trunk("ent-rotator-" + n, TrunkType.ENT);
        var members = town.virtualNumbers(how.count(36, 22), Persona.POLITE_ROTATOR, trunk);
        var pace = how.pace(900_000, 200_000);
        var habit =
                new ListDialler.Habit(
                        pace * 4 / 5, pace * 6 / 5, how.between(0.4, 0.05), 0.2, 3_000, 14_000, 0);
        ListDialler.settle(town, members, habit, Persona.POLITE_ROTATOR, n);
        town.campaign(
                "rotator-" + n,
                Persona.POLITE_ROTATOR,
                members,
                List.of("TRUNK:" + trunk.id()),
                List.of());
    }
}
