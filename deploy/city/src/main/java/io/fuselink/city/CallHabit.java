/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/**
 * How somebody's calls go.
 *
 * @param answered share of calls that are picked up
 * @param empty share of the others that reach no number at all
 * @param talkLeastMs shortest conversation, ms
 * @param talkMeanMs mean of what comes on top, ms; most are shorter, few far longer
 * @param ringsBack share of the called who ring back later, be it that they missed the call
 * @param heard share of conversations a handset lawfully listens to
 * @param script kind of script that is then heard
 */
record CallHabit(
        double answered,
        double empty,
        long talkLeastMs,
        double talkMeanMs,
        double ringsBack,
        double heard,
        String script) {

    Outcome outcome(Dice dice) {
        if (dice.chance(answered)) {
            return Outcome.answered(dice, talkMs(dice));
        }
        if (dice.chance(empty)) {
            return Outcome.emptyNumber(dice);
        }
        return dice.chance(0.15) ? Outcome.busy(dice) : Outcome.noAnswer(dice);
    }

    long talkMs(Dice dice) {
        return talkLeastMs + dice.exponential(talkMeanMs);
    }
}
