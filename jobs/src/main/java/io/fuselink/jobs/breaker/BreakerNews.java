/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.Assessment;
import io.fuselink.events.Event;
import io.fuselink.events.Ids;
import io.fuselink.events.Ordered;
import io.fuselink.jobs.steps.Particulars;
import io.fuselink.jobs.steps.RiskyTransfer;

/**
 * Something that concerns one bundle: an assessment that opens or raises it, a police push, an answer
 * (acknowledgement, decision, appeal), the end of the tenure it is about, or a person about to pay.
 *
 * @param targetTk the target of a push this bundle is for, null otherwise
 * @param owned whether this is the one visit that accounts for the event
 * @param particulars what is known of the number a push points at, null otherwise
 * @param transfer somebody on the phone with a dangerous number is about to pay, null otherwise
 * @param pairs of a push at a whole middle number: how many pairs it stood between; {@link #NO_MIDDLE_NUMBER}
 *     otherwise
 */
public record BreakerNews(
        String bundleId,
        long at,
        Assessment assessment,
        Event event,
        String targetTk,
        boolean owned,
        Particulars particulars,
        RiskyTransfer transfer,
        int pairs)
        implements Ordered {

    /** What was named is a number that one holder has. */
    public static final int NO_MIDDLE_NUMBER = -1;

    /** The first holder a number is known to have. */
    private static final int FIRST_EPOCH = 1;

    public static BreakerNews of(Assessment assessment) {
        return new BreakerNews(
                bundleOf(assessment),
                assessment.at(),
                assessment,
                null,
                null,
                false,
                null,
                null,
                NO_MIDDLE_NUMBER);
    }

    /** The bundle an assessment is about. */
    public static String bundleOf(Assessment assessment) {
        return assessment.caseId() != null
                ? caseBundle(assessment.caseId(), assessment.subjectTk(), assessment.epoch())
                : Ids.bundle(assessment.episodeId());
    }

    /** A push or an answer about a bundle. */
    public static BreakerNews of(String bundleId, Event event, String targetTk, boolean owned) {
        return new BreakerNews(
                bundleId, event.ts(), null, event, targetTk, owned, null, null, NO_MIDDLE_NUMBER);
    }

    /**
     * A push at a whole middle number. Its bundle is that of the number, so that a later word about the
     * number finds it.
     *
     * @param push as it may be served, pointing at the only pair; as it came where there is none or several
     * @param targetTk what it points at then
     */
    public static BreakerNews ofMiddleNumber(
            String middleTk, Event push, String targetTk, int pairs, boolean owned) {
        return new BreakerNews(
                caseBundle(push.push().caseId(), middleTk),
                push.ts(),
                null,
                push,
                targetTk,
                owned,
                null,
                null,
                pairs);
    }

    /** A push about a number, with what is known of it. */
    public static BreakerNews ofPush(Event push, Particulars number, boolean owned) {
        var caseId = push.push().caseId();
        return new BreakerNews(
                caseBundle(caseId, number.numberTk(), number.epoch()),
                push.ts(),
                null,
                push,
                number.numberTk(),
                owned,
                number,
                null,
                NO_MIDDLE_NUMBER);
    }

    /** The holder whom a bundle is about has given the number up, or somebody else has it. */
    public static BreakerNews tenureEnded(String bundleId, Event registration) {
        return of(bundleId, registration, null, false);
    }

    public static BreakerNews of(RiskyTransfer transfer) {
        return new BreakerNews(
                Ids.bundle("transfer/" + transfer.eventId() + "/" + transfer.callerTk()),
                transfer.at(),
                null,
                null,
                null,
                false,
                null,
                transfer,
                NO_MIDDLE_NUMBER);
    }

    /** A case may name several targets; each has its own bundle, so that it can be released alone. */
    public static String caseBundle(String caseId, String targetTk) {
        return Ids.bundle(caseId + "/" + targetTk);
    }

    /** What was ordered about one holder of a number is not ordered about the next. */
    public static String caseBundle(String caseId, String targetTk, int epoch) {
        return epoch <= FIRST_EPOCH
                ? caseBundle(caseId, targetTk)
                : caseBundle(caseId, targetTk + "/" + epoch);
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return assessment != null
                ? assessment.id()
                : event != null ? event.orderId() : transfer.orderId();
    }
}
