/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.leaks;

/**
 * What is asked of the bindings and calls of some weeks.
 *
 * @param from begin of the bindings looked at, epoch ms; {@code to} their end, exclusive
 * @param withinMs a fraud call counts when it comes so soon after the first binding, ms
 * @param level from this level of an assessment on a number calls for fraud, 1–4
 * @param fewest fewest people a figure may speak of
 * @param lift a party is suspected when it is certain that its people are reached more often by this factor
 * @param atWork who is bound more often than this delivers or drives, and is nobody's customer
 * @param oneIn looks at one in so many people, the same ones in every feed
 */
public record LeakQuestion(
        long from,
        long to,
        long withinMs,
        int level,
        int fewest,
        double lift,
        int atWork,
        int oneIn) {

    boolean asksAbout(long bindingAt) {
        return bindingAt >= from && bindingAt < to;
    }

    /** Whether this person is among those looked at: tokens are evenly spread. */
    boolean asksAbout(String personTk) {
        return Math.floorMod(personTk.hashCode(), oneIn) == 0;
    }
}
