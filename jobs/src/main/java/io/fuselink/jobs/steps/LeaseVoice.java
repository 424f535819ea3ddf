/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.Ordered;
import io.fuselink.events.Signal;

/**
 * A number that calls through the middle numbers of a lease, where it does so from, or that its words
 * follow a fraud script; on its way to the lease.
 *
 * @param leaseKey null for words whose lease is not known yet
 * @param cellTk where it calls from, null when unknown
 * @param speaks whether it tells of words
 */
public record LeaseVoice(
        String numberTk, String leaseKey, String cellTk, boolean speaks, String id, long at)
        implements Ordered {

    /** A number at work for a lease. */
    public static LeaseVoice atWork(NumberSnapshot number) {
        return new LeaseVoice(
                number.subject().tk(),
                number.leaseKey(),
                number.cellTk(),
                false,
                number.eventId(),
                number.at());
    }

    /** A number whose words are suspicious. */
    public static LeaseVoice speaking(Signal script) {
        return new LeaseVoice(
                script.subjectTk(), null, null, true, "words-" + script.orderId(), script.at());
    }

    /** The same, of somebody who works for this lease. */
    LeaseVoice through(String lease, String cell) {
        return new LeaseVoice(numberTk, lease, cell, speaks, id, at);
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return id + "/" + numberTk;
    }
}
