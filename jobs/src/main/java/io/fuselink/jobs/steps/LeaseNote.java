/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Binding;
import io.fuselink.events.NumberClass;
import io.fuselink.events.Ordered;
import io.fuselink.events.PurposeClass;
import io.fuselink.jobs.state.Hashes;

/**
 * Something a lessee or its platform answers for, seen at one middle number, on its way to the lease.
 *
 * @param platform who told of the binding
 * @param lifeMs how long the binding is to last, or has lasted, ms; {@link Long#MAX_VALUE} for ever
 * @param consented whether the binding names the user's consent
 * @param at when it was seen, epoch ms
 * @param xProv province whose pilot the middle number belongs to, GB/T 2260, null when unknown
 * @param aDevice hash of the device party A bound with, 0 when not told
 * @param oneDevice whether party B ordered with that very device
 * @param bAddress hash of the address where party B is served, 0 when not told
 */
public record LeaseNote(
        Kind kind,
        String leaseKey,
        String platform,
        String subId,
        String aTk,
        String bTk,
        String orderTk,
        NumberClass xClass,
        PurposeClass purpose,
        long lifeMs,
        boolean consented,
        long at,
        String xProv,
        long aDevice,
        boolean oneDevice,
        long bAddress)
        implements Ordered {

    /** What was seen. */
    public enum Kind {
        BOUND,
        /** A binding ended and nobody had called through it. */
        UNUSED,
        /** A binding of an errand is still there when the errand must be long over. */
        STALE,
        /** A call through a binding for an errand that names no order. */
        NO_ORDER,
        /** A call by the party that may only be called. */
        WRONG_DIRECTION,
        /** A number that was locked was bound again before it was unlocked. */
        QUARANTINED,
        /** A binding of an errand ended with its first call. */
        HASTY
    }

    static LeaseNote of(Kind kind, Binding binding, String platform, long at) {
        return new LeaseNote(
                kind,
                binding.poolKey(),
                platform,
                binding.subId(),
                binding.aTk(),
                binding.bTk(),
                binding.orderTk(),
                binding.xClass(),
                binding.purpose(),
                binding.endless() ? Long.MAX_VALUE : binding.expireTime() - binding.bindTime(),
                binding.consentRef() != null,
                at,
                binding.xProv(),
                hash(binding.aDeviceTk()),
                binding.aDeviceTk() != null && binding.aDeviceTk().equals(binding.bDeviceTk()),
                hash(binding.bAddressTk()));
    }

    private static long hash(String token) {
        return token == null ? 0 : Hashes.of(token);
    }

    static LeaseNote of(Kind kind, BindingInterval interval, String platform, long at) {
        return new LeaseNote(
                kind,
                interval.leaseKey(),
                platform,
                interval.subId(),
                null,
                null,
                null,
                null,
                interval.purpose(),
                at - interval.from(),
                true,
                at,
                null,
                0,
                false,
                0);
    }

    /** The same, done by this party. */
    LeaseNote by(String party) {
        return new LeaseNote(
                kind, leaseKey, platform, subId, party, bTk, orderTk, xClass, purpose, lifeMs,
                consented, at, xProv, aDevice, oneDevice, bAddress);
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return subId + "/" + kind;
    }
}
