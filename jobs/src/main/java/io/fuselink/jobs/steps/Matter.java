/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Event;
import io.fuselink.events.Finding;
import io.fuselink.events.Ordered;

/** Something that bears on one subject: a finding about it, or an approved purpose of it. */
public record Matter(String subjectKey, long at, Finding finding, Event purpose)
        implements Ordered {
    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return finding == null ? purpose.orderId() : finding.id();
    }
}
