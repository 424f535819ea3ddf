/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.List;

/**
 * What the words of one call amount to so far.
 *
 * @param score of the side the verdict speaks of: the callee's for {@code VICTIM}, the caller's otherwise
 * @param stages names of {@link Stage}s on that side, in order of first appearance
 * @param anchors names of the {@link Anchor}s on that side that count in full
 * @param topHits up to five, heaviest first
 * @param stageCount how many stages; no action above level 1 on fewer than two unless {@code anchored}
 * @param anchored at least one anchor counts in full
 */
public record ScriptVerdict(
        double score,
        List<String> stages,
        Verdict verdict,
        List<String> anchors,
        List<Hit> topHits,
        int stageCount,
        boolean anchored) {

    /** A rule of this weight says what it says by itself. */
    private static final int PLAIN_WEIGHT = 4;

    /** Whether a rule that needs no company speaks of the stage. */
    public boolean plainly(String stage) {
        return topHits.stream()
                .anyMatch(
                        hit ->
                                hit.stage().name().equals(stage)
                                        && hit.weight() >= PLAIN_WEIGHT
                                        && !hit.weakAlone());
    }

    /** Whom the words speak against, or for. */
    public enum Verdict {
        /** The caller follows a fraud script. */
        SUSPICIOUS,
        /** Only the callee speaks of one: exposure, no guilt. */
        VICTIM,
        /** The caller warns of fraud. */
        ADVISORY,
        NONE
    }
}
