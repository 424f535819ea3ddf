/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/**
 * Something a person on duty must look at: a budget spent, a feed silent, a rule disarmed.
 *
 * @param kind stable name, such as {@code BUDGET_SPENT}
 * @param bundleId the decision it is about, null when it is about none
 */
public record Page(
        String id,
        String kind,
        String detector,
        String scope,
        double value,
        double limit,
        long at,
        String message,
        String bundleId)
        implements Ordered {

    /** A page about no decision. */
    public Page(
            String id,
            String kind,
            String detector,
            String scope,
            double value,
            double limit,
            long at,
            String message) {
        this(id, kind, detector, scope, value, limit, at, message, null);
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return id;
    }
}
