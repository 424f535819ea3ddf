/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.BindingVerdict;
import io.fuselink.events.Event;
import io.fuselink.events.Ordered;
import io.fuselink.events.PurposeClass;

/**
 * An event with what the live bindings say about it. Events that touch no middle number pass as
 * {@link BindingVerdict#NOT_APPLICABLE}.
 *
 * @param at when the verdict was given, epoch ms; later than the call where it was held
 * @param leaseKey lease of the binding, null when there is none
 * @param byPartyA whether the caller is the binding's party A, who works for its lease
 */
public record AttributedCall(
        Event event,
        long at,
        BindingVerdict verdict,
        String subId,
        String leaseKey,
        PurposeClass purpose,
        boolean byPartyA)
        implements Ordered {

    static AttributedCall plain(Event event) {
        return new AttributedCall(
                event, event.ts(), BindingVerdict.NOT_APPLICABLE, null, null, null, false);
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return event.orderId();
    }
}
