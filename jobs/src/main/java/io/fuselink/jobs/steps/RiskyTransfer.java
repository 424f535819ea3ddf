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
 */
public record RiskyTransfer(
        String victimTk, String acctTk, String bank, String callerTk, String eventId, long at)
        implements Ordered {

    /** The same, when it turns out later what it means. */
    RiskyTransfer heardAt(long time) {
        return new RiskyTransfer(victimTk, acctTk, bank, callerTk, eventId, time);
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return eventId + callerTk;
    }
}
