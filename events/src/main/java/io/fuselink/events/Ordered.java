/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Something that has a place in event time: steps deliver in {@code (orderTime, orderId, orderRank)}
 * order. */
public interface Ordered {
    /** Event time in epoch milliseconds, after the feed's lateness rule. */
    long orderTime();

    /** Breaks ties between records of one time, so that every run sees one order. */
    String orderId();

    /** Breaks the ties that ids leave, where one event becomes several records of a key. */
    default int orderRank() {
        return 0;
    }
}
