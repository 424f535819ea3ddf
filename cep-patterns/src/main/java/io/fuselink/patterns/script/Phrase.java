/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.List;

/**
 * One line of the lexicon, ready to be listened for.
 *
 * @param id see {@link Hit#ruleId}
 * @param stage {@code null} unless the role is {@code FRAUD}
 * @param words in the letters of {@link PlainWords}
 * @param traps innocent wordings: longer words that contain the phrase, or words nearby that explain it
 * @param reach of a negation or report cue, in characters
 * @param misspelt the words stand for others that were meant
 */
record Phrase(
        String id,
        String category,
        Stage stage,
        Role role,
        String words,
        String written,
        int weight,
        Anchor anchor,
        boolean weakAlone,
        List<Stage> needsStages,
        List<String> traps,
        int reach,
        boolean misspelt) {

    /** What it means to hear the phrase. */
    enum Role {
        FRAUD,
        LEGIT,
        LEGIT_UNLESS_ANCHOR,
        ADVISORY,
        BREAKER,
        /** Negates what follows in the same clause. */
        NO_BEFORE,
        /** Negates what precedes in the same sentence ("… are all fraud"). */
        NO_AFTER,
        /** Makes what follows in the same sentence somebody else's words. */
        REPORT_CUE
    }

    static final String[] HEADER = {"category", "stage", "phrase", "weight", "note"};

    private static final String NEGATION_STARTS = "不别勿莫禁唔没连";

    static Phrase of(RuleTable.Line line) {
        PhraseNote note = PhraseNote.of(line, 4);
        String words = PlainWords.of(line.cell(2)).words();
        if (words.isEmpty()) {
            throw line.wrong("phrase '" + line.cell(2) + "' holds no letters", null);
        }
        Stage stage = note.role() == Role.FRAUD ? Stage.named(line.cell(1)) : null;
        if (note.role() == Role.FRAUD && stage == null) {
            throw line.wrong("stage '" + line.cell(1) + "' is unknown", null);
        }
        String identity = line.cell(0) + '|' + line.cell(1) + '|' + words;
        return new Phrase(
                "L" + Fingerprint.of(identity).substring(0, 8),
                line.cell(0),
                stage,
                note.role(),
                words,
                line.cell(2),
                line.number(3, "weight", 1, 5),
                note.anchor(),
                note.weakAlone(),
                note.needsStages(),
                note.traps(),
                note.reach(),
                note.misspelt());
    }

    /** Its own words already forbid something, so a "do not" before them takes nothing back. */
    boolean negatesItself() {
        return NEGATION_STARTS.indexOf(words.charAt(0)) >= 0;
    }
}
