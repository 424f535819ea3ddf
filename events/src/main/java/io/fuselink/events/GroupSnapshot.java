/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import java.util.List;

/**
 * What a group of numbers says at one moment: the numbers of one lease, trunk, device or cell, merged
 * from their minutes.
 *
 * @param at the moment, epoch ms
 * @param windowStart begin of the hour measured, epoch ms
 * @param members numbers active in the last hour
 * @param politeMembers members whose own attempts of the hour stay under the polite limit
 * @param busiestMember1h attempts of the busiest member in the hour
 * @param attempts1h attempts of all members in the hour
 * @param answered1h answered ones
 * @param distinctCalleeShare1h distinct recipients per attempt, 0–1 (composite sketch estimate)
 * @param inbound24h attempts the members received in 24 h
 * @param evenness1h normalised entropy of attempts over members, 0–1; 1 = all used alike
 * @param boundShare24h mean share of the members' attempts covered by bindings, 0–1
 * @param mvnoShare share of members of virtual operators, 0–1
 * @param memberTks the members, busiest first, at most 200
 */
public record GroupSnapshot(
        GroupKind kind,
        String groupKey,
        long at,
        long windowStart,
        int members,
        int politeMembers,
        int busiestMember1h,
        int attempts1h,
        int answered1h,
        double distinctCalleeShare1h,
        int inbound24h,
        double evenness1h,
        double boundShare24h,
        double mvnoShare,
        PurposeClass purpose,
        List<String> memberTks) {

    public Subject subject() {
        return Subject.of(kind.subjectType(), groupKey);
    }
}
