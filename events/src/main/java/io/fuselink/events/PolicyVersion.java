/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import java.util.Map;

/** One version of the limits and rule states, valid from a time on; looked up by a record's own time. */
public record PolicyVersion(
        @Wire(value = "version, rising", unit = "integer ≥ 1") int version,
        @Wire(value = "valid from, at least 3 s after publishing", unit = "epoch ms UTC")
                long validFrom,
        @Wire(value = "when it was published", unit = "epoch ms UTC") long publishedAt,
        @Wire("who published it") String by,
        @Wire(value = "limits by name; absent = the built-in default", optional = true)
                Map<String, Double> limits,
        @Wire(value = "states by detector; absent = LIVE", optional = true)
                Map<String, RuleState> ruleStates) {

    /** Shortest notice between publishing and validity, so that every subtask has it in time. */
    public static final long NOTICE_MS = 3_000;
}
