/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Event;
import io.fuselink.events.Finding;
import io.fuselink.events.Ordered;

/**
 * Something that bears on one subject: a finding about it, an event that changes what is thought of it
 * (an approved purpose, a call that shows it to be an official line, a new holder, an authority's word),
 * what its profile knows of it, or a person about to pay while it has them on the phone. One of the four
 * is set.
 */
public record Matter(
        String subjectKey,
        long at,
        Finding finding,
        Event shield,
        Particulars particulars,
        RiskyTransfer transfer)
        implements Ordered {

    static Matter of(String subjectKey, Finding finding) {
        return new Matter(subjectKey, finding.at(), finding, null, null, null);
    }

    static Matter of(String subjectKey, Event shield) {
        return new Matter(subjectKey, shield.ts(), null, shield, null, null);
    }

    static Matter of(String subjectKey, Particulars particulars) {
        return new Matter(subjectKey, particulars.at(), null, null, particulars, null);
    }

    static Matter of(String subjectKey, RiskyTransfer transfer) {
        return new Matter(subjectKey, transfer.at(), null, null, null, transfer);
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        if (finding != null) {
            return finding.id();
        }
        if (shield != null) {
            return shield.orderId();
        }
        return particulars != null ? particulars.orderId() : transfer.orderId();
    }
}
