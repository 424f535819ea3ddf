/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.ArrayList;
import java.util.List;

/** What every resident lives in: numbers, cells, the network, and the desks that take things in. */
final class World {
    private static final int CELLS = 32;

    final CityPlan plan;
    final NumberBook book;
    final Gateways gateways;
    final Network network;
    final Recorder recorder;
    final Scripts scripts;
    final PlatformDesk platform;
    final ComplaintDesk complaints;
    final CardDesk cards;
    final Bank bank;
    final Messages messages;
    final Radio radio;
    private final List<Cell> cells = new ArrayList<>();
    private long handsets;

    World(CityPlan plan, Outbox<?> outbox) {
        this.plan = plan;
        this.book = new NumberBook(plan.seed());
        this.gateways = new Gateways(outbox);
        this.network = new Network(gateways);
        this.recorder = new Recorder(gateways);
        this.scripts = Scripts.load();
        this.platform = new PlatformDesk(plan, book, gateways);
        this.complaints = new ComplaintDesk(gateways);
        this.cards = new CardDesk(book, gateways);
        this.bank = new Bank(book, gateways);
        this.messages = new Messages(gateways);
        this.radio = new Radio(gateways);
        for (int i = 0; i < CELLS; i++) {
            cells.add(Cell.of(book, i));
        }
    }

    Cell cell(long n) {
        return cells.get((int) Math.floorMod(n, (long) CELLS));
    }

    /** A fresh handset with this number in it. */
    Line handset(Phone phone, Cell cell) {
        return handset(phone, cell, handsets++);
    }

    /** The n-th handset, with this number in it. */
    Line handset(Phone phone, Cell cell, long n) {
        return sim(phone, book.token("IMSI", n), book.token("IMEI", n), cell);
    }

    /** Sets so many handsets aside; the first of them. */
    long reserveHandsets(int count) {
        var first = handsets;
        handsets += count;
        return first;
    }

    /** A card in a device that may hold others. */
    Line sim(Phone phone, String imei, Cell cell) {
        return sim(phone, book.token("IMSI", handsets++), imei, cell);
    }

    /** The slow carrier tells neither device nor cell. */
    private static Line sim(Phone phone, String imsi, String imei, Cell cell) {
        if (phone.carrier().equals(Parties.SLOW)) {
            return new Line(phone, null, null, null, NumberBook.HOME_PROVINCE, null);
        }
        return new Line(phone, imsi, imei, cell, NumberBook.HOME_PROVINCE, null);
    }
}
