/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import java.util.List;

/** One line of a finding's evidence: what was seen, against which limit, in which events. */
public record Evidence(
        String signalId,
        String code,
        Family family,
        double value,
        double limit,
        long at,
        List<String> eventIds) {
    public static Evidence of(Signal s) {
        return new Evidence(
                s.id(), s.code(), s.family(), s.value(), s.limit(), s.at(), s.eventIds());
    }
}
