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
public record ABinding(
        String id,
        String a,
        String b,
        String x,
        long from,
        long until,
        PurposeClass purpose,
        String order,
        CallDirection direction,
        String y,
        NumberClass xClass,
        String consent,
        String aDevice,
        String bDevice,
        String bAddress) {

    public static ABinding of(String id, String a, String b, String x, long from, long until) {
        return new ABinding(
                id,
                a,
                b,
                x,
                from,
                until,
                PurposeClass.ECOM,
                null,
                null,
                null,
                NumberClass.NUMBER_PROTECTION,
                "consent",
                null,
                null,
                null);
    }

    public ABinding forPurpose(PurposeClass other) {
        return new ABinding(
                id, a, b, x, from, until, other, order, direction, y, xClass, consent, aDevice,
                bDevice, bAddress);
    }

    public ABinding withOrder(String orderTk) {
        return new ABinding(
                id, a, b, x, from, until, purpose, orderTk, direction, y, xClass, consent, aDevice,
                bDevice, bAddress);
    }

    ABinding allowing(CallDirection only) {
        return new ABinding(
                id, a, b, x, from, until, purpose, order, only, y, xClass, consent, aDevice,
                bDevice, bAddress);
    }

    /** AXYB: B calls through a number of its own. */
    ABinding secondNumber(String number) {
        return new ABinding(
                id, a, b, x, from, until, purpose, order, direction, number, xClass, consent,
                aDevice, bDevice, bAddress);
    }

    public ABinding ofClass(NumberClass kind) {
        return new ABinding(
                id, a, b, x, from, until, purpose, order, direction, y, kind, consent, aDevice,
                bDevice, bAddress);
    }

    ABinding withoutConsent() {
        return new ABinding(
                id, a, b, x, from, until, purpose, order, direction, y, xClass, null, aDevice,
                bDevice, bAddress);
    }

    ABinding withDevices(String ofA, String ofB) {
        return new ABinding(
                id, a, b, x, from, until, purpose, order, direction, y, xClass, consent, ofA, ofB,
                bAddress);
    }

    ABinding servedAt(String address) {
        return new ABinding(
                id, a, b, x, from, until, purpose, order, direction, y, xClass, consent, aDevice,
                bDevice, address);
    }

    Event locked(long at) {
        return told(BindingOp.LOCK, at);
    }

    public Event bound(long at) {
        return told(BindingOp.BIND, at);
    }

    public Event unbound(long at) {
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
                        xClass,
                        y,
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
                        consent,
                        null,
                        aDevice,
                        bDevice,
                        bAddress));
    }
}
