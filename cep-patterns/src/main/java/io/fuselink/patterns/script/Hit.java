/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.List;

/**
 * One lexicon phrase or slot rule heard in a segment: the rule, never the words.
 *
 * @param ruleId {@code L} and eight hex characters for a phrase (derived from category, stage and phrase, so it survives
 *     edits elsewhere in the file), {@code R01}.. for a slot rule
 * @param category kind of fraud, as the lexicon names it
 * @param weight 1 to 5
 * @param offset UTF-16 index in the text as it was received
 * @param weakAlone counts half unless something strong was heard too
 * @param needsStages one of these must be heard too; empty needs none
 * @param transferVerb words of transfer stand in the same clause
 */
public record Hit(
        String ruleId,
        String category,
        Stage stage,
        int weight,
        int offset,
        Anchor anchor,
        boolean weakAlone,
        List<Stage> needsStages,
        boolean transferVerb) {

    /** This hit with the anchor of a phrase inside it, unless it has one itself. */
    Hit withAnchorOf(Hit inner) {
        if (anchor != Anchor.NONE || inner.anchor == Anchor.NONE) {
            return this;
        }
        return new Hit(
                ruleId,
                category,
                stage,
                weight,
                offset,
                inner.anchor,
                weakAlone,
                needsStages,
                inner.transferVerb);
    }

    /** This hit in a longer text, of which the one it was read in begins at {@code begin}. */
    Hit movedBy(int begin) {
        return new Hit(
                ruleId,
                category,
                stage,
                weight,
                offset + begin,
                anchor,
                weakAlone,
                needsStages,
                transferVerb);
    }
}
