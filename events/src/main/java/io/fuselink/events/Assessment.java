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
 * @param heldBy which budget or disarmed rule held it back, also after it was offered again
 * @param changes the smallest change that would have kept the level lower, computed
 * @param province home province of a number, GB/T 2260, null when unknown; likewise its class
 * @param linkPath how suspicion came here by linkage, seed first, one edge after the other
 * @param linkedFrom seed subject when this level comes by linkage, null otherwise
 * @param caseId police case behind it, null otherwise
 * @param leaseKey lease of the middle numbers it called through last, null for none
 * @param tagsOnly a budget lets it act by tags and warnings only, for now
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
        String lessee,
        List<Change> changes,
        String heldBy,
        String province,
        NumberClass numberClass,
        List<String> linkPath,
        String leaseKey,
        boolean tagsOnly)
        implements Ordered {

    public Subject subject() {
        return new Subject(subjectType, subjectTk, epoch);
    }

    /**
     * This assessment shown but not acted upon.
     *
     * @param why which budget is spent, or which rule is disarmed
     */
    public Assessment heldBack(String why) {
        return withLeave(false, false, why, at);
    }

    /** This assessment shown, tagged and warned of, and not acted upon beyond that; {@code why} as above. */
    public Assessment tagged(String why) {
        return withLeave(true, true, why, at);
    }

    /** This assessment after it was held back, when there is room for it again. */
    public Assessment offeredAgain(long at) {
        return withLeave(true, false, heldBy, at);
    }

    private Assessment withLeave(boolean allowed, boolean tagsOnly, String heldBy, long at) {
        return with(
                level,
                suppressedBy,
                allowed,
                at,
                new Owned(carrier, platform, lessee),
                heldBy,
                province,
                numberClass,
                leaseKey,
                tagsOnly);
    }

    /** This assessment with its responsible chain. */
    public Assessment ownedBy(Owner owner) {
        return with(
                level,
                suppressedBy,
                allowed,
                at,
                new Owned(owner.carrier(), owner.platform(), owner.lessee()),
                heldBy,
                province,
                numberClass,
                leaseKey,
                tagsOnly);
    }

    /**
     * This assessment with what is known of the number itself.
     *
     * @param carrier who serves the number
     */
    public Assessment about(
            NumberClass numberClass, String province, String carrier, String leaseKey) {
        return with(
                level,
                suppressedBy,
                allowed,
                at,
                new Owned(carrier, platform, lessee),
                heldBy,
                province,
                numberClass,
                leaseKey,
                tagsOnly);
    }

    /** This linked assessment taken down to a level, and why. */
    public Assessment linkedAt(int level, String why) {
        return with(
                level,
                why,
                level > 0 && allowed,
                at,
                new Owned(carrier, platform, lessee),
                heldBy,
                province,
                numberClass,
                leaseKey,
                tagsOnly);
    }

    /** Who answers for it. */
    private record Owned(String carrier, String platform, String lessee) {}

    /** This assessment with what is found out about it after it was made. */
    private Assessment with(
            int level,
            String suppressedBy,
            boolean allowed,
            long at,
            Owned owned,
            String heldBy,
            String province,
            NumberClass numberClass,
            String leaseKey,
            boolean tagsOnly) {
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
                owned.carrier(),
                owned.platform(),
                owned.lessee(),
                changes,
                heldBy,
                province,
                numberClass,
                linkPath,
                leaseKey,
                tagsOnly);
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
