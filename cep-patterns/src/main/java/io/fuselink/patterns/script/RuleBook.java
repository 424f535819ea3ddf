/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lexicon, concepts and slot rules compiled for listening: one trie holds the phrases, their traps and the words each
 * concept cannot do without.
 *
 * @param version see {@link SegmentHits#lexiconVersion}
 * @param alwaysPossible indices of concepts that have no required words; never changed
 * @param transfer the concept of moving money, which gives a safe account its weight
 */
record RuleBook(
        String version,
        AhoCorasickDoubleArrayTrie<Word> trie,
        Map<String, Phrase> phrasesById,
        List<SlotRule> slotRules,
        List<Concept> concepts,
        BitSet alwaysPossible,
        Concept transfer) {

    private static final String TRANSFER = "XFER";

    /** What it means that one string of the trie occurs in a text. */
    static final class Word {
        final String text;
        final List<Phrase> phrases = new ArrayList<>(1);
        boolean trap;

        /** Concepts that may be spoken of where this string stands. */
        final List<Concept> concepts = new ArrayList<>(0);

        Word(String text) {
            this.text = text;
        }

        /** Whether it says more than that some concept is possible. */
        boolean listened() {
            return trap || !phrases.isEmpty();
        }

        /** Spelling variants read alike, so only the first phrase of each role counts. */
        void add(Phrase phrase) {
            if (phrases.stream().noneMatch(known -> known.role() == phrase.role())) {
                phrases.add(phrase);
            }
        }
    }

    static RuleBook of(String lexicon, String concepts, String patterns) {
        Map<String, Concept> byName = concepts(concepts);
        if (!byName.containsKey(TRANSFER)) {
            throw new IllegalArgumentException(
                    "concepts.tsv: concept " + TRANSFER + " (verbs of transfer) is missing");
        }
        Map<String, Word> words = new TreeMap<>();
        Map<String, Phrase> byId = new HashMap<>();
        for (Phrase phrase :
                RuleTable.parse("lexicon.tsv", lexicon, Phrase.HEADER).each(Phrase::of)) {
            word(words, phrase.words()).add(phrase);
            phrase.traps().forEach(trap -> word(words, trap).trap = true);
            Phrase twin = byId.putIfAbsent(phrase.id(), phrase);
            if (twin != null && !twin.words().equals(phrase.words())) {
                throw new IllegalArgumentException(
                        "lexicon.tsv: '"
                                + phrase.written()
                                + "' and '"
                                + twin.written()
                                + "' share the id "
                                + phrase.id()
                                + "; reword one of them");
            }
        }
        BitSet always = new BitSet();
        for (Concept concept : byName.values()) {
            always.set(concept.index(), concept.required().isEmpty());
            concept.required().forEach(required -> word(words, required).concepts.add(concept));
        }
        AhoCorasickDoubleArrayTrie<Word> trie = new AhoCorasickDoubleArrayTrie<>();
        trie.build(words);
        List<SlotRule> rules =
                RuleTable.parse("patterns.tsv", patterns, SlotRule.HEADER)
                        .each(line -> SlotRule.of(line, byName));
        String version = Fingerprint.of(lexicon + concepts + patterns).substring(0, 12);
        return new RuleBook(
                version,
                trie,
                Map.copyOf(byId),
                rules,
                List.copyOf(byName.values()),
                always,
                byName.get(TRANSFER));
    }

    private static Map<String, Concept> concepts(String content) {
        Map<String, Concept> byName = new LinkedHashMap<>();
        for (RuleTable.Line line :
                RuleTable.parse("concepts.tsv", content, Concept.HEADER).lines()) {
            Concept concept = Concept.of(line, byName.size());
            if (byName.put(concept.name(), concept) != null) {
                throw line.wrong("concept " + concept.name() + " is defined twice", null);
            }
        }
        return byName;
    }

    private static Word word(Map<String, Word> words, String text) {
        return words.computeIfAbsent(text, Word::new);
    }
}
