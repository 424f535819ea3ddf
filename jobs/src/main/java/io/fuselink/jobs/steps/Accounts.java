/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.topology.SideOutputs;

/** How an owner accounts for an event it could not take: one outcome, one dead letter, never neither. */
final class Accounts {
    private Accounts() {}

    static void refused(Event event, DeadLetterReason reason, StepContext<?> context) {
        refused(event.feed(), LostEvent.of(event, reason, detail(reason)), context);
    }

    static void refused(Feed feed, LostEvent lost, StepContext<?> context) {
        context.account(
                lost.reason() == DeadLetterReason.LATE ? Outcome.LATE : Outcome.DEAD_LETTER, feed);
        if (lost.reason() != DeadLetterReason.LATE) {
            context.count("dead-letter." + lost.reason());
        }
        context.emit(SideOutputs.LOST, lost);
    }

    static String detail(DeadLetterReason reason) {
        return switch (reason) {
            case LATE -> "after its watermark";
            case INBOX_FULL -> "too many records of one key wait";
            default -> reason.name();
        };
    }
}
