/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Ordered;

/**
 * A person is about to pay somebody unusual while, or just after, somebody had them on the phone.
 *
 * @param victimTk who pays
 * @param acctTk from which account; {@code bank} keeps it
 * @param callerTk with whom they speak or spoke
 * @param eventId the bank's event
 * @param at when it turned out what it means, epoch ms; {@code paidAt} when it was asked for
 * @param payeeTk the account it goes to, null where the bank does not say
 * @param callerLevel level of the caller as far as it is known, 0 until it is
 */
public record RiskyTransfer(
        String victimTk,
        String acctTk,
        String bank,
        String callerTk,
        String eventId,
        long at,
        long paidAt,
        String payeeTk,
        int callerLevel)
        implements Ordered {

    /** A payment may still be held this long after it was asked for, in ms. */
    private static final long HELD_WITHIN_MS = 30 * 60_000;

    /** Below this level of the caller nobody is asked to touch an account (S19, domain.md §6.1). */
    private static final int STOPPED_FROM_LEVEL = 3;

    /** The same, when it turns out what the caller is. */
    RiskyTransfer knownAt(long time, int level) {
        return new RiskyTransfer(
                victimTk, acctTk, bank, callerTk, eventId, time, paidAt, payeeTk, level);
    }

    /** Whether the bank may still hold it. */
    public boolean underWay() {
        return at < paidAt + HELD_WITHIN_MS;
    }

    /** Whether it is worth asking that the account it went to is stopped from paying out. */
    public boolean stoppable() {
        return callerLevel >= STOPPED_FROM_LEVEL && payeeTk != null;
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return eventId + callerTk + callerLevel;
    }
}
