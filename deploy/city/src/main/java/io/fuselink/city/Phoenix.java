/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.TenureChange;
import java.util.ArrayList;
import java.util.List;

/**
 * A crew whose numbers are burnt gives them up and rises under new ones: the bolder, the more of the
 * old list it calls again and the sooner from the same device. The burnt numbers pass to people who
 * know nothing of it.
 */
final class Phoenix {
    private static final double BURNT_AT = 0.4;
    private static final double RISES_AT = 0.5;

    /** From this intensity on the crew does not bother to buy another device. */
    private static final double KEEPS_DEVICE = 0.5;

    private Phoenix() {}

    static void settle(Town town, int n) {
        var how = town.intensity();
        var plan = town.world.plan;
        var list = new SharedList(town.strangers(0.1));
        var burnt = crew(town, n, 0);
        var risen = crew(town, n, how.value() >= KEEPS_DEVICE ? 0 : 1);
        dial(town, burnt, n * 100L, list.first(), 0, plan.at(BURNT_AT));
        dial(town, risen, n * 100L + 50, list.again(how.between(0.1, 0.6)), RISES_AT, plan.endMs());
        for (var line : burnt) {
            var card = town.cards.cardOf(line.phone());
            town.enrolAsIs(
                    now -> {
                        town.world.cards.register(line.phone(), TenureChange.CLOSED, card, now);
                        return Resident.GONE;
                    },
                    plan.at(BURNT_AT));
            town.tenure(
                    new Tenure(line.tk(), 1, Persona.PHOENIX, plan.startMs(), plan.at(BURNT_AT)));
        }
        town.giveUp(burnt.get(0));
        var members = new ArrayList<>(burnt);
        members.addAll(risen);
        town.campaign(
                "phoenix-" + n,
                Persona.PHOENIX,
                members,
                List.of("DEVICE:" + device(town, n, 0)),
                List.of());
    }

    private static List<Line> crew(Town town, int n, int device) {
        var world = town.world;
        var crew = new ArrayList<Line>();
        for (var i = 0; i < town.intensity().count(3, 5); i++) {
            var phone = town.known(world.book.virtual(), Persona.PHOENIX);
            town.cards.open(phone, Card.batch(phone, "phoenix-" + n, 20, 5));
            crew.add(world.sim(phone, device(town, n, device), world.cell(n + 23L)));
        }
        return crew;
    }

    private static String device(Town town, int n, int which) {
        return town.world.book.token("PHOENIX", n * 2L + which);
    }

    private static void dial(
            Town town, List<Line> crew, long place, CallList list, double from, long until) {
        var habit = ListDialler.Habit.of(town.intensity(), 360_000, 90_000, Scripts.LOAN);
        var numbers = ListDialler.still(crew);
        for (var i = 0; i < crew.size(); i++) {
            var dice = town.dice(Persona.PHOENIX, place + i);
            var dialler = new ListDialler(town.world, numbers.get(i), numbers, list, habit, dice);
            var first = Math.round(town.world.plan.lengthMs() * from);
            town.enrol(new Until(dialler, until), first + dice.between(10_000, habit.pace()));
        }
    }
}
