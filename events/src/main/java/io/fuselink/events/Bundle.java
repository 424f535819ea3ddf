/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import java.util.List;

/**
 * One decision about one episode or case: what is asked of whom, and how far it has come.
 *
 * @param legs number of legs; {@code effective}, {@code rejected}, {@code timedOut}, {@code lifted} of them
 * @param skewMs time between the first and the last effective leg, ms
 * @param version rises by one with each change
 */
public record Bundle(
        String bundleId,
        String episodeId,
        String caseId,
        int version,
        SubjectType subjectType,
        String subjectTk,
        int epoch,
        int level,
        String families,
        List<String> detectors,
        List<String> findingIds,
        List<Reason> reasons,
        PurposeClass purpose,
        String reasonCode,
        String legalBasis,
        long openedAt,
        long at,
        int legs,
        int effective,
        int rejected,
        int timedOut,
        int lifted,
        long skewMs,
        String carrier,
        String platform,
        String lessee,
        int policyVersion,
        String lexiconVersion,
        String modelVersion)
        implements Ordered {

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return bundleId;
    }
}
