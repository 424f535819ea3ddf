/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import java.util.List;

/**
 * What one detector, pattern or model, concludes about one subject.
 *
 * @param detector stable name, such as {@code relay-on-one-victim}
 * @param levelCap highest level this finding alone may reach, 0–4
 * @param margin how far beyond its limit the weakest part is: value / limit, ≥ 1 when it fired
 * @param windowStart begin of what was seen, epoch ms; part of the id
 * @param at when it was concluded, epoch ms
 * @param members numbers acting as one, at most 200
 * @param victims who was called, at most 20
 * @param modelVersion null for patterns and rules
 */
public record Finding(
        String id,
        String detector,
        int version,
        SubjectType subjectType,
        String subjectTk,
        int epoch,
        Family family,
        int levelCap,
        double score,
        double margin,
        long windowStart,
        long at,
        List<Evidence> evidence,
        List<String> members,
        List<String> victims,
        String initiatorTk,
        String callId,
        String bindingId,
        PurposeClass purpose,
        List<String> linkKeys,
        int policyVersion,
        String lexiconVersion,
        String modelVersion,
        String caseId)
        implements Ordered {

    public Subject subject() {
        return new Subject(subjectType, subjectTk, epoch);
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
