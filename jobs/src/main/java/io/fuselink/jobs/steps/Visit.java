/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Ordered;

/**
 * An attributed event on its way to one number's profile; a call visits its initiator and its recipient.
 *
 * @param numberTk the profile visited
 */
public record Visit(String numberTk, Role role, AttributedCall call) implements Ordered {

    /** As whom the number is concerned. */
    public enum Role {
        /** Made the call; owns the event in the conservation law. */
        INITIATOR,
        RECIPIENT,
        /** Was seen in a cell, or had a purpose approved; owns the event. */
        HOLDER,
        /** Reported a call. */
        REPORTER,
        /** Is pointed at by a push, or by a party that says how it acts against it. */
        ACCUSED,
        /** Is about to pay somebody. */
        PAYER,
        /** Had a call sent on elsewhere. */
        FORWARDER
    }

    @Override
    public long orderTime() {
        return call.orderTime();
    }

    @Override
    public String orderId() {
        return call.orderId();
    }

    @Override
    public int orderRank() {
        return role.ordinal();
    }
}
