/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Assessment;
import io.fuselink.events.Event;
import io.fuselink.events.Ordered;

/**
 * Something the breaker's own breaker must know: an assessment that asks to act, a decision or appeal
 * about an earlier one, or a number that was looked at for the first time. One of the three is set.
 */
public record BudgetNews(long at, Assessment assessment, Event word, Particulars number)
        implements Ordered {

    public static BudgetNews asking(Assessment assessment) {
        return new BudgetNews(assessment.at(), assessment, null, null);
    }

    public static BudgetNews said(Event word) {
        return new BudgetNews(word.ts(), null, word, null);
    }

    public static BudgetNews lookedAt(Particulars number) {
        return new BudgetNews(number.at(), null, null, number);
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        if (assessment != null) {
            return assessment.id();
        }
        return word != null ? word.orderId() : number.orderId();
    }
}
