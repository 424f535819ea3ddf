/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Binding;
import io.fuselink.events.BindingMode;
import io.fuselink.events.BindingOp;
import io.fuselink.events.CallDirection;
import io.fuselink.events.Event;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PurposeClass;
import io.fuselink.jobs.Told;

/** One binding of a story: a shop and its customer behind one middle number, both may call. */
record ABinding(
        String id,
        String a,
        String b,
        String x,
        long from,
        long until,
        PurposeClass purpose,
        String order,
        CallDirection direction) {

    static ABinding of(String id, String a, String b, String x, long from, long until) {
        return new ABinding(id, a, b, x, from, until, PurposeClass.ECOM, null, null);
    }

    ABinding forPurpose(PurposeClass other) {
        return new ABinding(id, a, b, x, from, until, other, order, direction);
    }

    ABinding withOrder(String orderTk) {
        return new ABinding(id, a, b, x, from, until, purpose, orderTk, direction);
    }

    ABinding allowing(CallDirection only) {
        return new ABinding(id, a, b, x, from, until, purpose, order, only);
    }

    Event bound(long at) {
        return told(BindingOp.BIND, at);
    }

    Event unbound(long at) {
        return told(BindingOp.UNBIND, at);
    }

    private Event told(BindingOp op, long at) {
        return Told.event(
                "e3-" + id + "-" + op,
                at,
                new Binding(
                        op,
                        id,
                        b == null ? BindingMode.AXN : BindingMode.AXB,
                        a,
                        b,
                        null,
                        x,
                        null,
                        NumberClass.NUMBER_PROTECTION,
                        null,
                        null,
                        "pool-1",
                        "shop-1",
                        purpose,
                        order,
                        from,
                        until,
                        direction,
                        null,
                        null,
                        null));
    }
}
