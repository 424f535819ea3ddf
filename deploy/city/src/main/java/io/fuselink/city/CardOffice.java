/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.DeviceClass;
import io.fuselink.events.TenureChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells, before anybody acts, what the carriers know of all personal numbers: their registrations,
 * and where cards were seen that are not in a handset of their own. A thousand in a millisecond, so
 * that a large city's do not pile up.
 */
final class CardOffice implements Resident {
    private static final int AT_ONCE = 1_000;
    private static final long DAY_MS = 86_400_000;

    /** Of so many ordinary handsets one is told of. */
    private static final int HANDSETS_PER_TOLD = 4;

    /** A card in a device, days before the play. */
    private record Seat(Line line, DeviceClass kind, int cards, double first, double last) {}

    private final World world;
    private final List<Line> crowd;
    private final List<Phone> phones = new ArrayList<>();
    private final Map<String, Card> special = new HashMap<>();
    private final List<Seat> seats = new ArrayList<>();
    private int toldCrowd;
    private int toldPhones;
    private int toldSeats;

    /** @param crowd people like any other, each with a handset */
    CardOffice(World world, List<Line> crowd) {
        this.world = world;
        this.crowd = crowd;
    }

    void open(Phone phone) {
        phones.add(phone);
    }

    /** A number whose holder is out of the ordinary. */
    void open(Phone phone, Card card) {
        special.put(phone.tk(), card);
    }

    Card cardOf(Phone phone) {
        var card = special.get(phone.tk());
        return card == null ? Card.ordinary(phone) : card;
    }

    /** A card in its device since so many days, last seen so many days ago, if its carrier tells. */
    void seat(Line line, DeviceClass kind, int cardsInDevice, double sinceDays, double lastDays) {
        if (line.imei() != null) {
            seats.add(new Seat(line, kind, cardsInDevice, sinceDays, lastDays));
        }
    }

    @Override
    public long act(long now) {
        for (var i = 0; i < AT_ONCE && toldCrowd < crowd.size(); i++) {
            tellOrdinary(crowd.get(toldCrowd++), now);
        }
        for (var i = 0; i < AT_ONCE && toldPhones < phones.size(); i++) {
            var phone = phones.get(toldPhones++);
            world.cards.register(phone, TenureChange.OPENED, cardOf(phone), now);
        }
        for (var i = 0; i < AT_ONCE && toldSeats < seats.size(); i++) {
            var seat = seats.get(toldSeats++);
            world.cards.seen(
                    seat.line(),
                    seat.kind(),
                    seat.cards(),
                    now - Math.round(seat.first() * DAY_MS),
                    now - Math.round(seat.last() * DAY_MS),
                    now);
        }
        return toldCrowd < crowd.size() || toldPhones < phones.size() || toldSeats < seats.size()
                ? now + 1
                : GONE;
    }

    private void tellOrdinary(Line line, long now) {
        var card = cardOf(line.phone());
        world.cards.register(line.phone(), TenureChange.OPENED, card, now);
        if (line.imei() != null && toldCrowd % HANDSETS_PER_TOLD == 0) {
            var since = now - Math.round(Math.min(200, card.openedDaysAgo()) * DAY_MS);
            world.cards.seen(line, DeviceClass.HANDSET, 1, since, now, now);
        }
    }
}
