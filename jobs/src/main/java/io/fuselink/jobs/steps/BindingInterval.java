/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Binding;
import io.fuselink.events.CallDirection;
import io.fuselink.events.Initiator;
import io.fuselink.events.PurposeClass;

/**
 * One party's right to call through a middle number, from when to when.
 *
 * @param role which party of the binding this is
 * @param from begin, epoch ms
 * @param until end, epoch ms; {@link Long#MAX_VALUE} for one that never ends
 * @param peer the other party, {@code *} for anyone
 * @param used whether a call went through it
 */
public record BindingInterval(
        String subId,
        Initiator role,
        long from,
        long until,
        CallDirection direction,
        PurposeClass purpose,
        String leaseKey,
        boolean hasOrder,
        String peer,
        boolean used) {

    static BindingInterval of(Binding b, Initiator role, String peer) {
        return new BindingInterval(
                b.subId(),
                role,
                b.bindTime(),
                b.endless() ? Long.MAX_VALUE : b.expireTime(),
                b.callDir() == null ? CallDirection.BOTH : b.callDir(),
                b.purpose(),
                b.poolKey(),
                b.orderTk() != null,
                peer,
                false);
    }

    boolean errand() {
        return purpose != null && purpose.errand();
    }

    BindingInterval endingAt(long end) {
        return new BindingInterval(
                subId,
                role,
                from,
                Math.min(until, end),
                direction,
                purpose,
                leaseKey,
                hasOrder,
                peer,
                used);
    }

    BindingInterval usedOnce() {
        return new BindingInterval(
                subId, role, from, until, direction, purpose, leaseKey, hasOrder, peer, true);
    }

    boolean forgotten(long now, long keptMs) {
        return until != Long.MAX_VALUE && until + keptMs <= now;
    }

    boolean covers(long time) {
        return from <= time && time <= lastCovered();
    }

    boolean over(long time) {
        return time > lastCovered();
    }

    boolean allows() {
        return direction == CallDirection.BOTH
                || (direction == CallDirection.A_ONLY && role == Initiator.A)
                || (direction == CallDirection.B_ONLY && role == Initiator.B);
    }

    private long lastCovered() {
        return until > Long.MAX_VALUE - Binding.EXPIRY_GRACE_MS
                ? Long.MAX_VALUE
                : until + Binding.EXPIRY_GRACE_MS;
    }
}
