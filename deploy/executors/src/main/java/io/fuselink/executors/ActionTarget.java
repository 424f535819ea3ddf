/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

/**
 * The system of a party that really limits and releases: a switch, a platform's interface, a work
 * queue. Told the same order twice, by its {@link Order#key()}, it must do it once. May block for its
 * own timeout, never longer.
 */
public interface ActionTarget {

    /** Puts what is ordered in force. */
    Outcome apply(Order order);

    /** Takes back what was put in force; what is not in force is done already. */
    Outcome lift(Order order);

    /**
     * Whether it keeps legs about the same number apart by itself. One that does not is told to release
     * only when no other leg holds the number.
     */
    default boolean keepsLegsApart() {
        return true;
    }
}
