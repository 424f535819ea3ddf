/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import java.util.List;

/**
 * Findings about one subject fused: its level now, the families behind it, and the reasons.
 *
 * @param level 0–4 after family rules, suppressors and protection
 * @param rawLevel level before suppressors and protection
 * @param families letters of the evidence families, sorted, such as {@code BC}
 * @param episodeId set from level 2 on
 * @param suppressedBy why the level was taken down, null when it was not
 * @param allowed false when a budget held it back: it is shown but does not act
 * @param linkedFrom seed subject when this level comes by linkage, null otherwise
 * @param caseId police case behind it, null otherwise
 */
public record Assessment(
        String id,
        SubjectType subjectType,
        String subjectTk,
        int epoch,
        int level,
        int rawLevel,
        String families,
        double score,
        List<String> detectors,
        List<String> findingIds,
        List<Reason> reasons,
        String episodeId,
        long episodeStart,
        long at,
        PurposeClass purpose,
        String suppressedBy,
        boolean protectedSubject,
        boolean allowed,
        String linkedFrom,
        String caseId,
        String initiatorTk,
        String bindingId,
        List<String> members,
        List<String> victims,
        List<String> linkKeys,
        int policyVersion,
        String lexiconVersion,
        String modelVersion,
        String carrier,
        String platform,
        String lessee)
        implements Ordered {

    public Subject subject() {
        return new Subject(subjectType, subjectTk, epoch);
    }

    /** This assessment shown but not acted upon, because a budget is spent. */
    public Assessment heldBack() {
        return new Assessment(
                id,
                subjectType,
                subjectTk,
                epoch,
                level,
                rawLevel,
                families,
                score,
                detectors,
                findingIds,
                reasons,
                episodeId,
                episodeStart,
                at,
                purpose,
                suppressedBy,
                protectedSubject,
                false,
                linkedFrom,
                caseId,
                initiatorTk,
                bindingId,
                members,
                victims,
                linkKeys,
                policyVersion,
                lexiconVersion,
                modelVersion,
                carrier,
                platform,
                lessee);
    }

    /** This assessment with its responsible chain. */
    public Assessment ownedBy(Owner owner) {
        return new Assessment(
                id,
                subjectType,
                subjectTk,
                epoch,
                level,
                rawLevel,
                families,
                score,
                detectors,
                findingIds,
                reasons,
                episodeId,
                episodeStart,
                at,
                purpose,
                suppressedBy,
                protectedSubject,
                allowed,
                linkedFrom,
                caseId,
                initiatorTk,
                bindingId,
                members,
                victims,
                linkKeys,
                policyVersion,
                lexiconVersion,
                modelVersion,
                owner.carrier(),
                owner.platform(),
                owner.lessee());
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return id;
    }
}
