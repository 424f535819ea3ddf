/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.TrunkType;
import java.util.List;

/**
 * A pool behind one trunk that takes turns: every number stays below what anybody would notice, the
 * pool dials on and on. Golden case G06. The politer, the more numbers and the fewer calls for each.
 */
final class PoliteRotator {
    private PoliteRotator() {}

    static void settle(Town town, int n) {
        var how = town.intensity();
        var trunk = new Trunk("ent-rotator-" + n, TrunkType.ENT);
        var members = town.virtualNumbers(how.count(36, 22), Persona.POLITE_ROTATOR, trunk);
        members.forEach(
                m ->
                        town.cards.open(
                                m.phone(), Card.enterprise("rotator-" + n, 90, members.size())));
        var habit = ListDialler.Habit.of(how, 960_000, 210_000, Scripts.LOAN);
        ListDialler.settle(town, members, habit, Persona.POLITE_ROTATOR, n);
        town.campaign(
                "rotator-" + n,
                Persona.POLITE_ROTATOR,
                members,
                List.of("TRUNK:" + trunk.id()),
                List.of());
    }
}
