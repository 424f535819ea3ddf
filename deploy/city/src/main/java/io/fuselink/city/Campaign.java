/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.List;

/**
 * Numbers that act as one, as the city knows it.
 *
 * @param intensity how blatantly, 0 (polite) to 1
 * @param members tokens of the numbers
 * @param groupKeys what they share, such as {@code TRUNK:ent-rotator-0} or {@code DEVICE:<token>}
 * @param victims tokens of those it went for by plan; empty where it dials lists of strangers
 */
public record Campaign(
        String id,
        Persona kind,
        double intensity,
        List<String> members,
        List<String> groupKeys,
        List<String> victims) {}
