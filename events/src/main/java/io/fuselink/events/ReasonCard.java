/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import java.util.List;

/**
 * Why something was decided, in Chinese and English, for one reader: what was seen, what would have
 * avoided it, what is limited, until when, how to contest it and what to bring.
 *
 * @param id H(bundle, disclosure): a raised level writes the card anew
 * @param version rises with the bundle's
 * @param whyZh plain lines, one per fact; likewise in English
 * @param avoidedZh the smallest change that would have avoided it; likewise in English
 * @param changes the same, computed; empty below {@link Disclosure#ANALYST}
 * @param untilDeadline when the last of it ends by itself, epoch ms
 * @param caseId of a police card only; likewise callees and links
 */
public record ReasonCard(
        String id,
        String bundleId,
        int version,
        Disclosure disclosure,
        SubjectType subjectType,
        String subjectTk,
        int epoch,
        int level,
        String reasonCode,
        String legalBasis,
        List<String> whyZh,
        List<String> whyEn,
        String avoidedZh,
        String avoidedEn,
        List<Change> changes,
        List<String> limitedZh,
        List<String> limitedEn,
        String contestZh,
        String contestEn,
        List<String> bringZh,
        List<String> bringEn,
        List<Reason> reasons,
        List<String> findingIds,
        int policyVersion,
        String lexiconVersion,
        String modelVersion,
        String caseId,
        List<String> callees,
        List<String> linkKeys,
        long untilDeadline,
        long at)
        implements Ordered {

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return id;
    }
}
