/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lexicon, concepts and slot rules compiled for listening: one trie holds the phrases, their traps and the words each
 * concept cannot do without.
 *
 * @param version see {@link SegmentHits#lexiconVersion}
 * @param rulesByFirstConcept at each concept's index the slot rules that name it first
 * @param alwaysPossible indices of concepts that have no required words; never changed
 * @param groupCount how many groups of required strings there are
 * @param transfer the concept of moving money, which gives a safe account its weight
 */
record RuleBook(
        String version,
        AhoCorasickDoubleArrayTrie<Word> trie,
        Map<String, Phrase> phrasesById,
        List<List<SlotRule>> rulesByFirstConcept,
        List<Concept> concepts,
        BitSet alwaysPossible,
        int groupCount,
        Concept transfer,
        Homophones homophones) {

    private static final String TRANSFER = "XFER";
    private static final int LEAST_BY_EAR = 3;

    /**
     * A group of strings of which one way to match a concept needs one.
     *
     * @param all the groups that way needs, {@code group} among them
     */
    record Required(int concept, int group, int[] all) {}

    /** What it means that one string of the trie occurs in a text. */
    static final class Word {
        final String text;
        final List<Phrase> phrases = new ArrayList<>(1);
        boolean trap;

        /** Concepts that may be spoken of once this string is heard, whatever else is; null for none. */
        BitSet suffices;

        /** Groups this string is of where a concept needs several; null for none. */
        Required[] required;

        /** Whether it begins or ends with what may go on to a longer Latin word or number. */
        final boolean latin;

        Word(String text) {
            this.text = text;
            this.latin = isLatin(text.charAt(0)) || isLatin(text.charAt(text.length() - 1));
        }

        private static boolean isLatin(char c) {
            return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
        }

        /** Whether it says more than that some concept is possible. */
        boolean listened() {
            return trap || !phrases.isEmpty();
        }

        void requiredBy(Required one) {
            if (one.all().length == 1) {
                suffices = suffices == null ? new BitSet() : suffices;
                suffices.set(one.concept());
            } else {
                int known = required == null ? 0 : required.length;
                required = known == 0 ? new Required[1] : Arrays.copyOf(required, known + 1);
                required[known] = one;
            }
        }

        /** Spelling variants read alike, so only the first phrase of each role counts. */
        void add(Phrase phrase) {
            if (phrases.stream().noneMatch(known -> known.role() == phrase.role())) {
                phrases.add(phrase);
            }
        }
    }

    /**
     * @param words the content of words.tsv, which slot rules need heard by ear; phrases are anyway
     * @param syllables the content of syllables.tsv
     */
    static RuleBook of(
            String lexicon, String concepts, String patterns, String words, String syllables) {
        Map<String, Concept> byName = concepts(concepts);
        if (!byName.containsKey(TRANSFER)) {
            throw new IllegalArgumentException(
                    "concepts.tsv: concept " + TRANSFER + " (verbs of transfer) is missing");
        }
        Map<String, Word> heard = new TreeMap<>();
        Map<String, Phrase> byId = new HashMap<>();
        for (Phrase phrase :
                RuleTable.parse("lexicon.tsv", lexicon, Phrase.HEADER).each(Phrase::of)) {
            word(heard, phrase.words()).add(phrase);
            phrase.traps().forEach(trap -> word(heard, trap).trap = true);
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
        }
        int groups = require(byName.values(), heard);
        AhoCorasickDoubleArrayTrie<Word> trie = new AhoCorasickDoubleArrayTrie<>();
        trie.build(heard);
        Map<Concept, List<SlotRule>> rules = new HashMap<>();
        for (SlotRule rule :
                RuleTable.parse("patterns.tsv", patterns, SlotRule.HEADER)
                        .each(line -> SlotRule.of(line, byName))) {
            rules.computeIfAbsent(rule.all().get(0), c -> new ArrayList<>()).add(rule);
        }
        String version = Fingerprint.of(lexicon + concepts + patterns + words).substring(0, 12);
        return new RuleBook(
                version,
                trie,
                Map.copyOf(byId),
                byName.values().stream()
                        .map(concept -> rules.getOrDefault(concept, List.of()))
                        .toList(),
                List.copyOf(byName.values()),
                always,
                groups,
                byName.get(TRANSFER),
                homophones(byId.values(), words, syllables));
    }

    /** Whatever says fraud, if it is long enough to be known by its sound alone, and the words asked for. */
    private static Homophones homophones(
            Collection<Phrase> phrases, String words, String syllables) {
        Set<String> meant = new TreeSet<>();
        Map<String, List<String>> ordinary = new HashMap<>();
        for (RuleTable.Line line : RuleTable.parse("words.tsv", words, Homophones.HEADER).lines()) {
            String word = PlainWords.of(line.cell(0)).words();
            meant.add(word);
            ordinary.put(word, List.of(line.cell(1).split("\\|")));
        }
        for (Phrase phrase : phrases) {
            boolean says = phrase.role() == Phrase.Role.FRAUD && !phrase.misspelt();
            if (says && phrase.words().length() >= LEAST_BY_EAR) {
                meant.add(phrase.words());
            }
        }
        return Homophones.of(meant, ordinary, Syllables.of(syllables));
    }

    /** Numbers the groups of required strings, puts the strings where they are listened for, and counts the groups. */
    private static int require(Collection<Concept> concepts, Map<String, Word> heard) {
        int groups = 0;
        for (Concept concept : concepts) {
            for (RequiredWords.Option option : concept.required()) {
                int[] all = new int[option.groups().size()];
                for (int i = 0; i < all.length; i++) {
                    all[i] = groups++;
                }
                for (int i = 0; i < all.length; i++) {
                    Required required = new Required(concept.index(), all[i], all);
                    option.groups().get(i).forEach(w -> word(heard, w).requiredBy(required));
                }
            }
        }
        return groups;
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
