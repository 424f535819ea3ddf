/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.DeviceClass;
import io.fuselink.events.DeviceState;
import io.fuselink.events.Registration;
import io.fuselink.events.Source;
import io.fuselink.events.TenureChange;

/** The carriers' registers: who holds a number since when, and which device its card sits in. */
final class CardDesk {
    private static final double DAY_MS = 86_400_000;

    private final NumberBook book;
    private final Gateways gateways;
    private long entries;

    CardDesk(NumberBook book, Gateways gateways) {
        this.book = book;
        this.gateways = gateways;
    }

    /** A change in who holds a number; {@code card} is counted in days from {@code at}. */
    void register(Phone phone, TenureChange change, Card card, long at) {
        var opened = at - Math.round(card.openedDaysAgo() * DAY_MS);
        tell(
                "card-",
                phone,
                at,
                new Registration(
                        phone.tk(),
                        change,
                        card.epoch(),
                        book.token("DOC", card.document()),
                        card.holder(),
                        card.entId(),
                        opened,
                        opened,
                        card.dealer(),
                        card.channel(),
                        card.docAgeYears(),
                        card.verified(),
                        card.onDocument()));
    }

    /** A card was seen in a device. */
    void seen(Line line, DeviceClass kind, int cardsInDevice, long first, long last, long at) {
        tell(
                "device-",
                line.phone(),
                at,
                new DeviceState(
                        line.imsi(), line.imei(), line.tk(), first, last, cardsInDevice, kind));
    }

    private void tell(String kind, Phone phone, long at, Record body) {
        gateways.send(
                kind + Long.toString(entries++, 36), Source.CARRIER, phone.carrier(), at, at, body);
    }
}
