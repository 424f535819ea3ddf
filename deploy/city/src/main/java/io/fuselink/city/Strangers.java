/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.List;

/** People called for the first time: mostly beyond the city, some of its own. */
final class Strangers implements CallList {
    private final NumberBook book;
    private final List<Line> people;
    private final double own;

    /** @param own share of the city's own people among them */
    Strangers(NumberBook book, List<Line> people, double own) {
        this.book = book;
        this.people = people;
        this.own = own;
    }

    @Override
    public Line next(Dice dice) {
        return dice.chance(own) ? dice.pick(people) : Line.of(book.outsider());
    }
}
