/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.ArrayList;
import java.util.List;

/**
 * Cards of a few days, all on one document and of one dealer, call the whole country. Looks like a
 * wedding planner with a new number; hers is alone on its document, and people ring back.
 */
final class NewCardBurst {
    private NewCardBurst() {}

    static void settle(Town town, int n) {
        var how = town.intensity();
        var name = "new-cards-" + n;
        var cards = how.count(3, 8);
        var members = new ArrayList<Line>();
        for (var i = 0; i < cards; i++) {
            var line = town.handset(Persona.NEW_CARD_BURST, n * 5L + i % 2);
            town.cards.open(line.phone(), Card.batch(line.phone(), name, 0.5 + i * 0.5, cards));
            members.add(line);
        }
        var habit = ListDialler.Habit.of(how, 300_000, 72_000, Scripts.LOAN);
        ListDialler.settle(town, members, habit, Persona.NEW_CARD_BURST, n);
        town.campaign(name, Persona.NEW_CARD_BURST, members, List.of(), List.of());
    }
}
