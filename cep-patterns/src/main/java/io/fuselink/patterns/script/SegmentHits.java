/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.List;

/**
 * What was read in one transcribed segment; flat and without the words, so it may leave the operator that saw them.
 *
 * @param lexiconVersion first 12 hex characters of the SHA-256 over the three rule files that were read
 * @param textSha256 first 16 hex characters of the SHA-256 over the UTF-8 text: enough to tell segments of one call apart
 *     and to prove a text shown later, not a secret (short texts can be guessed)
 * @param length UTF-16 length of the text
 * @param hits in the order of the text
 * @param advisory the words warn of fraud
 * @param breaker the words turn a warning around ("but this time it is real")
 * @param advisoryVoided a breaker and an instruction stand in this one segment, so no warning counts
 * @param legit weight of the harmless phrases that always count in the speaker's favour
 * @param legitUnlessAnchor weight of those that count only where no anchor is heard
 * @param score of this segment as if it were the whole call; no upper bound, compared with {@link ScriptLimits#threshold}
 */
public record SegmentHits(
        String lexiconVersion,
        String textSha256,
        int length,
        List<Hit> hits,
        boolean advisory,
        boolean breaker,
        boolean advisoryVoided,
        int legit,
        int legitUnlessAnchor,
        double score) {}
