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

    /**
     * What the legs of a bundle add up to.
     *
     * @param legs number of legs; the others count those of them, but for {@code skewMs}
     */
    public record Sum(
            int legs,
            int effective,
            int rejected,
            int timedOut,
            int lifted,
            long skewMs,
            int pending,
            int overdue) {}

    /** This bundle after a human said what it was. */
    public Bundle judged(Verb verdict) {
        return with(version, level, at, verdict, sum(), province, numberClass);
    }

    /** This bundle with what is known of the number it is about. */
    public Bundle about(NumberClass numberClass, String province) {
        return with(version, level, at, verdict, sum(), province, numberClass);
    }

    /** This bundle at a higher level, which no assessment gave it. */
    public Bundle raisedTo(int level) {
        return with(version, level, at, verdict, sum(), province, numberClass);
    }

    /** The next version of this bundle. */
    public Bundle summed(long when, Sum sum) {
        return with(version + 1, level, Math.max(at, when), verdict, sum, province, numberClass);
    }

    private Sum sum() {
        return new Sum(legs, effective, rejected, timedOut, lifted, skewMs, pending, overdue);
    }

    private Bundle with(
            int version,
            int level,
            long at,
            Verb verdict,
            Sum sum,
            String province,
            NumberClass numberClass) {
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
                sum.legs(),
                sum.effective(),
                sum.rejected(),
                sum.timedOut(),
                sum.lifted(),
                sum.skewMs(),
                carrier,
                platform,
                lessee,
                policyVersion,
                lexiconVersion,
                modelVersion,
                evidenceAt,
                linkedFrom,
                verdict,
                sum.pending(),
                sum.overdue(),
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
