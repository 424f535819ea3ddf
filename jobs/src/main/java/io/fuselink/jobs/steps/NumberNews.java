/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Assessment;
import io.fuselink.events.Event;
import io.fuselink.events.Ordered;

/**
 * Something that is known of a number itself (a registration, or what its profile tells), or an
 * assessment on its way past that. One of the three is set.
 *
 * @param numberTk the number; of an assessment whatever it is about
 */
public record NumberNews(
        String numberTk,
        long at,
        Event registration,
        Particulars particulars,
        Assessment assessment)
        implements Ordered {

    public static NumberNews registered(Event event) {
        return new NumberNews(event.registration().phoneTk(), event.ts(), event, null, null);
    }

    public static NumberNews profiled(Particulars number) {
        return new NumberNews(number.numberTk(), number.at(), null, number, null);
    }

    public static NumberNews assessed(Assessment assessment) {
        return new NumberNews(assessment.subjectTk(), assessment.at(), null, null, assessment);
    }

    @Override
    public long orderTime() {
        return at;
    }

    /** What is known of a number comes before what is said about it at the same time. */
    @Override
    public String orderId() {
        if (assessment != null) {
            return "2" + assessment.id();
        }
        return particulars != null ? "1" + particulars.orderId() : "0" + registration.orderId();
    }
}
