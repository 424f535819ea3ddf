/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Event;
import io.fuselink.events.Ordered;

/**
 * A report or police push about one number, for step 7.
 *
 * @param verified whether a call between reporter and target was found around the time reported
 */
public record Fact(String targetTk, Event event, boolean verified, long at) implements Ordered {
    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return event.orderId() + targetTk;
    }
}
