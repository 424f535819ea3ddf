/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.Assessment;
import io.fuselink.events.Event;
import io.fuselink.events.Ids;
import io.fuselink.events.Ordered;

/**
 * Something that concerns one bundle: an assessment that opens or raises it, a police push, or an
 * answer (acknowledgement, decision, appeal).
 *
 * @param targetTk the target of a push this bundle is for, null otherwise
 * @param owned whether this is the one visit that accounts for the event
 */
public record BreakerNews(
        String bundleId,
        long at,
        Assessment assessment,
        Event event,
        String targetTk,
        boolean owned)
        implements Ordered {

    public static BreakerNews of(Assessment assessment) {
        var id =
                assessment.caseId() != null
                        ? caseBundle(assessment.caseId(), assessment.subjectTk())
                        : Ids.bundle(assessment.episodeId());
        return new BreakerNews(id, assessment.at(), assessment, null, null, false);
    }

    /** A case may name several targets; each has its own bundle, so that it can be released alone. */
    public static String caseBundle(String caseId, String targetTk) {
        return Ids.bundle(caseId + "/" + targetTk);
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return assessment == null ? event.orderId() : assessment.id();
    }
}
