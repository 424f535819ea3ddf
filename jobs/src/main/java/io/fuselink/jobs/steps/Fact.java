/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Event;
import io.fuselink.events.Ordered;
import java.util.List;

/**
 * A report, police push or short message about one number, for step 7.
 *
 * @param verified whether a call from the target to the reporter was found around the time reported
 * @param invited whether the reporter had rung the target first, so that the call reported was a call back
 * @param contacts whom the reporter called lately, hashed: people who know each other are one voice
 * @param callAt when the call found was, epoch ms; 0 for none
 * @param durationMs how long it was; 0 for not known
 * @param household whom the reporter is one with: the same document, the same enterprise; 0 for unknown
 */
public record Fact(
        String targetTk,
        Event event,
        boolean verified,
        long at,
        boolean invited,
        List<Long> contacts,
        long callAt,
        long durationMs,
        long household)
        implements Ordered {

    Fact(
            String targetTk,
            Event event,
            boolean verified,
            long at,
            boolean invited,
            List<Long> contacts) {
        this(targetTk, event, verified, at, invited, contacts, 0, 0, 0);
    }

    /** The call that the reporter means. */
    Fact about(long when, long lastedMs) {
        return new Fact(
                targetTk, event, verified, at, invited, contacts, when, lastedMs, household);
    }

    /** The same, by somebody who called these lately. */
    Fact byWhoKnows(List<Long> reportersContacts) {
        return new Fact(
                targetTk,
                event,
                verified,
                at,
                invited,
                reportersContacts,
                callAt,
                durationMs,
                household);
    }

    /** Whom the reporter is one with. */
    Fact by(long reportersHousehold) {
        return new Fact(
                targetTk,
                event,
                verified,
                at,
                invited,
                contacts,
                callAt,
                durationMs,
                reportersHousehold);
    }

    /** What an authority says of a number. */
    static Fact pushed(String targetTk, Event push) {
        return new Fact(targetTk, push, true, push.ts(), false, List.of());
    }

    /** A code or a bank's message that somebody received. */
    public static Fact message(Event event) {
        return new Fact(event.sms().toTk(), event, true, event.ts(), false, List.of());
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
