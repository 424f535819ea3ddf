/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Event;
import io.fuselink.events.Ordered;

/**
 * Something that makes a number, a document or an account known, or a report by a number.
 *
 * @param key whom it is told to: {@code PHONE:}, {@code DOCUMENT:} or {@code ACCOUNT:} and its token
 * @param fact the report, null for an event
 */
public record PeopleNews(String key, Event event, Fact fact, long at) implements Ordered {
    static final String PHONE = "PHONE:";
    static final String DOCUMENT = "DOCUMENT:";
    static final String ACCOUNT = "ACCOUNT:";

    static PeopleNews ofPhone(String phoneTk, Event event) {
        return new PeopleNews(PHONE + phoneTk, event, null, event.ts());
    }

    static PeopleNews ofDocument(String documentTk, Event event) {
        return new PeopleNews(DOCUMENT + documentTk, event, null, event.ts());
    }

    static PeopleNews ofAccount(String accountTk, Event event) {
        return new PeopleNews(ACCOUNT + accountTk, event, null, event.ts());
    }

    /** A report, on its way past what is known of its reporter. */
    public static PeopleNews of(Fact report) {
        return new PeopleNews(
                PHONE + report.event().report().reporterTk(), null, report, report.at());
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return fact == null ? event.orderId() : fact.orderId();
    }

    @Override
    public int orderRank() {
        return fact == null ? 0 : 1;
    }
}
