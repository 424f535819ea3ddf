/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/**
 * Somebody who serves one stranger after the other behind middle numbers and is elsewhere each time.
 *
 * @param home the cell the day begins in
 */
record OnTheRoad(World world, Line line, long home, Orders orders, Strangers customers, Dice dice) {
    private static final int NUMBERS = 20;

    /**
     * @param own share of customers who are the city's own
     */
    static OnTheRoad of(
            Town town,
            Persona persona,
            int n,
            Lease lease,
            long home,
            Orders.Habit habit,
            double own) {
        var line = town.handset(persona, n);
        var dice = town.dice(persona, n);
        var orders = new Orders(town.world, lease, town.middleNumbers(lease, NUMBERS), habit, dice);
        return new OnTheRoad(town.world, line, home, orders, town.strangers(own), dice);
    }

    /** Enters the day within ten minutes. */
    void enrol(Town town, Resident resident) {
        town.enrol(resident, dice.between(30_000, 600_000));
    }

    /** Where it is, so many cells further with each order. */
    Line here(int cellsAnOrder) {
        return line.at(world.cell(home + (long) orders.taken() * cellsAnOrder));
    }
}
