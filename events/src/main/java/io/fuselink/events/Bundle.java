/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import java.util.List;

/**
 * One decision about one episode or case: what is asked of whom, and how far it has come.
 *
 * @param legs number of legs; {@code effective}, {@code rejected}, {@code timedOut}, {@code lifted} of them
 * @param skewMs time between the first and the last effective leg, ms
 * @param version rises by one with each change
 * @param evidenceAt when the latest evidence was found; a half-open leg waits for more
 * @param linkedFrom the seed where suspicion came by linkage alone, null otherwise
 * @param verdict what a human found it to be: CONFIRM_FRAUD or CONFIRM_WRONG, null until then
 * @param pending legs that wait for a human; {@code overdue} legs whose party let a deadline pass
 * @param changes the smallest change that would have kept the level lower
 * @param province home province of a number, GB/T 2260, null when unknown; likewise its class
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
        String modelVersion,
        long evidenceAt,
        String linkedFrom,
        Verb verdict,
        int pending,
        int overdue,
        List<Change> changes,
        String province,
        NumberClass numberClass)
        implements Ordered {

    /** A decision with evidence of its own that nobody has judged. */
    public Bundle(
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
            String modelVersion) {
        this(
                bundleId,
                episodeId,
                caseId,
                version,
                subjectType,
                subjectTk,
                epoch,
                level,
                families,
                detectors,
                findingIds,
                reasons,
                purpose,
                reasonCode,
                legalBasis,
                openedAt,
                at,
                legs,
                effective,
                rejected,
                timedOut,
                lifted,
                skewMs,
                carrier,
                platform,
                lessee,
                policyVersion,
                lexiconVersion,
                modelVersion,
                at,
                null,
                null,
                0,
                0,
                List.of(),
                null,
                null);
    }

    /** This bundle after a human said what it was. */
    public Bundle judged(Verb verdict) {
        return new Bundle(
                bundleId,
                episodeId,
                caseId,
                version,
                subjectType,
                subjectTk,
                epoch,
                level,
                families,
                detectors,
                findingIds,
                reasons,
                purpose,
                reasonCode,
                legalBasis,
                openedAt,
                at,
                legs,
                effective,
                rejected,
                timedOut,
                lifted,
                skewMs,
                carrier,
                platform,
                lessee,
                policyVersion,
                lexiconVersion,
                modelVersion,
                evidenceAt,
                linkedFrom,
                verdict,
                pending,
                overdue,
                changes,
                province,
                numberClass);
    }

    /** This bundle with what is known of the number it is about. */
    public Bundle about(NumberClass numberClass, String province) {
        return new Bundle(
                bundleId,
                episodeId,
                caseId,
                version,
                subjectType,
                subjectTk,
                epoch,
                level,
                families,
                detectors,
                findingIds,
                reasons,
                purpose,
                reasonCode,
                legalBasis,
                openedAt,
                at,
                legs,
                effective,
                rejected,
                timedOut,
                lifted,
                skewMs,
                carrier,
                platform,
                lessee,
                policyVersion,
                lexiconVersion,
                modelVersion,
                evidenceAt,
                linkedFrom,
                verdict,
                pending,
                overdue,
                changes,
                province,
                numberClass);
    }

    /** This bundle at a higher level, which no assessment gave it. */
    public Bundle raisedTo(int level) {
        return new Bundle(
                bundleId,
                episodeId,
                caseId,
                version,
                subjectType,
                subjectTk,
                epoch,
                level,
                families,
                detectors,
                findingIds,
                reasons,
                purpose,
                reasonCode,
                legalBasis,
                openedAt,
                at,
                legs,
                effective,
                rejected,
                timedOut,
                lifted,
                skewMs,
                carrier,
                platform,
                lessee,
                policyVersion,
                lexiconVersion,
                modelVersion,
                evidenceAt,
                linkedFrom,
                verdict,
                pending,
                overdue,
                changes,
                province,
                numberClass);
    }

    /** The next version of this bundle: what its legs add up to. */
    public Bundle summed(
            long when,
            int legs,
            int effective,
            int rejected,
            int timedOut,
            int lifted,
            long skewMs,
            int pending,
            int overdue) {
        return new Bundle(
                bundleId,
                episodeId,
                caseId,
                version + 1,
                subjectType,
                subjectTk,
                epoch,
                level,
                families,
                detectors,
                findingIds,
                reasons,
                purpose,
                reasonCode,
                legalBasis,
                openedAt,
                Math.max(at, when),
                legs,
                effective,
                rejected,
                timedOut,
                lifted,
                skewMs,
                carrier,
                platform,
                lessee,
                policyVersion,
                lexiconVersion,
                modelVersion,
                evidenceAt,
                linkedFrom,
                verdict,
                pending,
                overdue,
                changes,
                province,
                numberClass);
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return bundleId;
    }
}
