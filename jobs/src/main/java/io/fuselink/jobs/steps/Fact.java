/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Event;
import io.fuselink.events.Ordered;
import java.util.List;

/**
 * A report or police push about one number, for step 7.
 *
 * @param verified whether a call from the target to the reporter was found around the time reported
 * @param invited whether the reporter had rung the target first, so that the call reported was a call back
 * @param contacts whom the reporter called lately, hashed: people who know each other are one voice
 */
public record Fact(
        String targetTk,
        Event event,
        boolean verified,
        long at,
        boolean invited,
        List<Long> contacts)
        implements Ordered {

    /** What an authority says of a number. */
    static Fact pushed(String targetTk, Event push) {
        return new Fact(targetTk, push, true, push.ts(), false, List.of());
    }

    /** A report that no call was found for. */
    static Fact unverified(Event report, long at) {
        return new Fact(report.report().targetTk(), report, false, at, false, List.of());
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return event.orderId() + targetTk;
    }
}
