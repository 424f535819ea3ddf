/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Binding;
import io.fuselink.events.BindingMode;
import io.fuselink.events.BindingOp;
import io.fuselink.events.CallDirection;
import io.fuselink.events.NumberClass;
import io.fuselink.events.Source;

/** The middle-number platform: ties X numbers to pairs and tells the bindings feed. */
final class PlatformDesk {
    private final NumberBook book;
    private final Gateways gateways;
    private long bindings;

    PlatformDesk(NumberBook book, Gateways gateways) {
        this.book = book;
        this.gateways = gateways;
    }

    /** A new AXB binding that anybody of the pair may call through until it expires. */
    Binding bind(Lease lease, Phone a, Phone b, Phone x, long at, long expiresAt, Dice dice) {
        var n = bindings++;
        var binding =
                new Binding(
                        BindingOp.BIND,
                        "sub-" + Long.toString(n, 36),
                        BindingMode.AXB,
                        a.tk(),
                        b.tk(),
                        null,
                        x.tk(),
                        x.unit(),
                        NumberClass.NUMBER_PROTECTION,
                        null,
                        null,
                        lease.poolKey(),
                        lease.lessee(),
                        lease.purpose(),
                        book.token("ORDER", n),
                        at,
                        expiresAt,
                        CallDirection.BOTH,
                        true,
                        true,
                        "consent-" + Long.toString(n, 36));
        tell(binding, at, dice);
        return binding;
    }

    void unbind(Binding bound, long at, Dice dice) {
        tell(
                new Binding(
                        BindingOp.UNBIND,
                        bound.subId(),
                        bound.mode(),
                        bound.aTk(),
                        bound.bTk(),
                        bound.nGroupId(),
                        bound.xTk(),
                        bound.xUnit(),
                        bound.xClass(),
                        bound.yTk(),
                        bound.ext(),
                        bound.poolKey(),
                        bound.entId(),
                        bound.purpose(),
                        bound.orderTk(),
                        bound.bindTime(),
                        at,
                        bound.callDir(),
                        bound.record(),
                        bound.aFiled(),
                        bound.consentRef()),
                at,
                dice);
    }

    private void tell(Binding binding, long at, Dice dice) {
        gateways.live(
                dice,
                binding.subId() + "/" + binding.op(),
                Source.PLATFORM,
                Parties.PLATFORM,
                at,
                binding);
    }
}
