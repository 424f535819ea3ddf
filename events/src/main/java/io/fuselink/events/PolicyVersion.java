/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import java.util.Map;

/**
 * One version of the policy, valid from a time on and looked up by a record's own time: limits, rule
 * states, and which lexicon and models to work with. Whole: what a version does not name has its default.
 */
public record PolicyVersion(
        @Wire(value = "version, rising", unit = "integer ≥ 1") int version,
        @Wire(value = "valid from, at least 3 s after publishing", unit = "epoch ms UTC")
                long validFrom,
        @Wire(value = "when it was published", unit = "epoch ms UTC") long publishedAt,
        @Wire("who published it") String by,
        @Wire(value = "limits by name; absent = the built-in default", optional = true)
                Map<String, Double> limits,
        @Wire(
                        value = "states by detector; absent = LIVE, but SHADOW for text-model",
                        optional = true)
                Map<String, RuleState> ruleStates,
        @Wire(
                        value = "lexicon to read scripts by; absent = the one the job carries",
                        optional = true)
                String lexiconVersion,
        @Wire(
                        value =
                                "model bundle to score numbers with; absent = the one the job carries",
                        optional = true)
                String model,
        @Wire(
                        value = "model bundle to score beside it, in the shadow; absent = none",
                        optional = true)
                String challenger,
        @Wire(
                        value =
                                "text model bundle to score calls' words with; absent = the one the job started with, or none",
                        optional = true)
                String textModel) {

    /** Shortest notice between publishing and validity, so that every subtask has it in time. */
    public static final long NOTICE_MS = 3_000;

    /** A version with the lexicon and the model that the job carries. */
    public PolicyVersion(
            int version,
            long validFrom,
            long publishedAt,
            String by,
            Map<String, Double> limits,
            Map<String, RuleState> ruleStates) {
        this(version, validFrom, publishedAt, by, limits, ruleStates, null, null, null, null);
    }
}
