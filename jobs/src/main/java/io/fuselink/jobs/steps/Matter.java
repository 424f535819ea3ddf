/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Event;
import io.fuselink.events.Finding;
import io.fuselink.events.Ordered;

/**
 * Something that bears on one subject: a finding about it, or an event that changes what is thought of
 * it: an approved purpose, a call that shows it to be an official line, or a new holder.
 */
public record Matter(String subjectKey, long at, Finding finding, Event shield) implements Ordered {
    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return finding == null ? shield.orderId() : finding.id();
    }
}
