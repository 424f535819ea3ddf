/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.DeviceClass;

/**
 * Tries its own card in every handset on the bench, and every customer's card in its own handset:
 * one number in many devices, many numbers in one. Looks like device hopping and like a GOIP; the
 * calls are few, go to the shop's own line, and each customer's card is there for one of them.
 */
final class RepairShop implements Resident {
    private static final double MEAN_GAP_MS = 9 * 60_000;
    private static final CallHabit TEST =
            new CallHabit(0.9, 0, 4_000, 10_000, 0, 0, Scripts.FRIENDS);

    private final World world;
    private final int shop;
    private final Line bench;
    private final Line counter;
    private final CallList customers;
    private final Caller caller;
    private final Dice dice;
    private int repairs;

    private RepairShop(
            World world, int shop, Line bench, Line counter, CallList customers, Dice dice) {
        this.world = world;
        this.shop = shop;
        this.bench = bench;
        this.counter = counter;
        this.customers = customers;
        this.caller = new Caller(world, TEST, dice);
        this.dice = dice;
    }

    static void settle(Town town, int n) {
        var phone = town.known(town.world.book.visitor(), Persona.REPAIR_SHOP);
        var bench = town.world.handset(phone, town.world.cell(n + 12L));
        var counter = town.landline(Persona.REPAIR_SHOP);
        var dice = town.dice(Persona.REPAIR_SHOP, n);
        town.enrol(
                new RepairShop(town.world, n, bench, counter, town.strangers(1), dice),
                dice.between(60_000, 300_000));
    }

    @Override
    public long act(long now) {
        var repaired = world.book.token("REPAIRED", shop * 10_000L + repairs++);
        tryOut(in(bench, repaired), 1, now);
        var customer = customers.next(dice);
        if (customer.imsi() != null) {
            tryOut(in(customer, bench.imei()), repairs + 1, now + dice.between(60_000, 180_000));
        }
        return DayShape.OFFICE.next(now + 200_000, MEAN_GAP_MS, dice);
    }

    private void tryOut(Line line, int cardsInDevice, long at) {
        caller.call(line, counter, at);
        world.cards.seen(line, DeviceClass.HANDSET, cardsInDevice, at, at, at);
    }

    private Line in(Line line, String imei) {
        return new Line(line.phone(), line.imsi(), imei, bench.cell(), line.roamProv(), null);
    }
}
