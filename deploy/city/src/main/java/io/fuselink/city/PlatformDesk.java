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
    /** When on a day of that kind bindings fall silent, as a share of the play, and for how long at most. */
    private static final double SILENT_FROM = 1 / 3.0;

    private static final long SILENT_MS = 3_600_000;
    private static final long CATCHES_UP_MS = 60_000;

    private final NumberBook book;
    private final Gateways gateways;
    private final long silentFrom;
    private final long silentUntil;
    private long bindings;

    PlatformDesk(CityPlan plan, NumberBook book, Gateways gateways) {
        this.silentFrom = plan.at(SILENT_FROM);
        this.silentUntil =
                plan.incident() == Incident.SILENT_BIND
                        ? silentFrom + Math.min(SILENT_MS, plan.lengthMs() / 3)
                        : silentFrom;
        this.book = book;
        this.gateways = gateways;
    }

    /** A new AXB binding that anybody of the pair may call through until it expires. */
    Binding bind(Lease lease, Phone a, Phone b, Phone x, long at, long expiresAt, Dice dice) {
        return bind(lease, a, a, b, x, at, expiresAt, dice);
    }

    /** The same, from a device that may be somebody else's. */
    Binding bind(
            Lease lease,
            Phone a,
            Phone onDeviceOf,
            Phone b,
            Phone x,
            long at,
            long expiresAt,
            Dice dice) {
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
                        "consent-" + Long.toString(n, 36),
                        null,
                        book.token("DEVICE", onDeviceOf.tk()),
                        book.token("DEVICE", b.tk()),
                        null);
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
                        bound.consentRef(),
                        null,
                        null,
                        null,
                        null),
                at,
                dice);
    }

    private void tell(Binding binding, long at, Dice dice) {
        if (at >= silentFrom && at < silentUntil) {
            catchUp(binding, at, dice);
            return;
        }
        gateways.live(
                dice,
                binding.subId() + "/" + binding.op(),
                Source.PLATFORM,
                Parties.PLATFORM,
                at,
                binding);
    }

    /** What was kept back in the silence comes all at once after it, with the times of then. */
    private void catchUp(Binding binding, long at, Dice dice) {
        gateways.send(
                binding.subId() + "/" + binding.op(),
                Source.PLATFORM,
                Parties.PLATFORM,
                at,
                silentUntil + dice.between(0, CATCHES_UP_MS),
                binding);
    }
}
