/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.TenureChange;
import java.util.stream.IntStream;

/**
 * Was given a number somebody else gave up: a burnt one of a phoenix, or one of a person who moved
 * away. Lives like anybody, and is rung by people who want the last holder. Risk sticks to the
 * tenure, never to the digits. Numbers rest for ninety days in life, for minutes here.
 */
final class NewHolder implements Resident {
    private static final double GIVEN_UP_AT = 0.35;
    private static final double OPENED_AT = 0.5;
    private static final int CIRCLE = 5;

    private static final long SETTLES_IN_MS = 60_000;

    private final World world;
    private final Phone phone;
    private final Card card;
    private final Friend friend;
    private boolean opened;

    private NewHolder(World world, Phone phone, Card card, Friend friend) {
        this.world = world;
        this.phone = phone;
        this.card = card;
        this.friend = friend;
    }

    static void settle(Town town, int n) {
        var burnt = town.takeOver();
        var old = burnt == null ? movedAway(town, n) : burnt;
        var world = town.world;
        var opened = world.plan.at(OPENED_AT);
        var line = world.handset(old.phone(), world.cell(n + 21L));
        var circle =
                IntStream.range(0, CIRCLE).mapToObj(i -> town.friend(n * 37L + i * 2)).toList();
        var dice = town.dice(Persona.NEW_HOLDER, n);
        var friend = new Friend(world, line, circle, dice);
        var card = town.cards.cardOf(old.phone()).handedOn("new-holder-" + old.tk());
        town.enrolAsIs(new NewHolder(world, old.phone(), card, friend), opened);
        town.tenure(new Tenure(old.tk(), card.epoch(), Persona.NEW_HOLDER, opened, Long.MAX_VALUE));
    }

    @Override
    public long act(long now) {
        if (opened) {
            return friend.act(now);
        }
        opened = true;
        world.cards.register(phone, TenureChange.OPENED, card, now);
        return now + SETTLES_IN_MS;
    }

    private static Line movedAway(Town town, int n) {
        var plan = town.world.plan;
        var leaves = plan.at(GIVEN_UP_AT);
        var line = town.handset(Persona.NEW_HOLDER, n + 30L);
        var circle =
                IntStream.range(0, CIRCLE).mapToObj(i -> town.friend(n * 41L + i * 2)).toList();
        var friend = new Friend(town.world, line, circle, town.dice(Persona.NEW_HOLDER, -1 - n));
        town.enrol(new Until(friend, leaves), 120_000);
        town.enrolAsIs(
                now -> {
                    var card = town.cards.cardOf(line.phone());
                    town.world.cards.register(line.phone(), TenureChange.CLOSED, card, now);
                    return Resident.GONE;
                },
                leaves);
        town.tenure(new Tenure(line.tk(), 1, Persona.FRIEND_AND_FAMILY, plan.startMs(), leaves));
        return line;
    }
}
