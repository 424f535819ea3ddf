/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/**
 * Something a person on duty must look at: a budget spent, a feed silent, a rule disarmed.
 *
 * @param kind stable name, such as {@code BUDGET_SPENT}
 */
public record Page(
        String id,
        String kind,
        String detector,
        String scope,
        double value,
        double limit,
        long at,
        String message)
        implements Ordered {

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return id;
    }
}
