/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hears what was meant where recognition, or somebody who hides, wrote other characters of the same sound: 安全张户 for
 * 安全账户. Nothing is enumerated: every phrase worth hearing is listened for by its syllables, and a place that sounds like
 * one is taken for it if enough of its characters stand as they should, and those that do not form no ordinary word with
 * their neighbours (逮捕领 is, 逮捕领导 is not).
 */
final class Homophones {

    static final String[] HEADER = {"word", "not"};

    /** Two syllables are heard by ear only where the rules ask for it; one never. */
    private static final int LEAST = 2;

    /** So frequent beside anything that they do not stand for another character. */
    private static final String PARTICLES = "的了吗呢吧啊呀哦嘛么着过得地个是不在有";

    /** A place that sounds like a phrase. */
    private record Misheard(int begin, int end, String meant, int different, boolean exact) {
        /** Long and sounding just so: then even an ordinary word inside it is a slip of recognition. */
        boolean sure() {
            return exact && meant.length() > 3;
        }

        boolean overlaps(Misheard other) {
            return begin < other.end && other.begin < end;
        }
    }

    private final Syllables syllables;
    private final AhoCorasickDoubleArrayTrie<List<String>> trie =
            new AhoCorasickDoubleArrayTrie<>();
    private final boolean none;
    // Splits into words by a dictionary; each reading takes its own copy.
    private final BreakIterator dictionary = BreakIterator.getWordInstance(ULocale.CHINESE);

    private final Map<String, List<String>> ordinary;

    private Homophones(
            Syllables syllables,
            Map<String, List<String>> ordinary,
            Map<String, List<String>> meant) {
        this.syllables = syllables;
        this.ordinary = ordinary;
        this.none = meant.isEmpty();
        if (!none) {
            trie.build(meant);
        }
    }

    /**
     * @param phrases to be heard by ear; those that hold anything but characters of known sound are left out
     * @param ordinary words of the same sound that are not meant, by phrase
     */
    static Homophones of(
            Collection<String> phrases, Map<String, List<String>> ordinary, Syllables syllables) {
        Map<String, List<String>> meant = new TreeMap<>();
        for (String phrase : phrases) {
            if (phrase.length() >= LEAST
                    && phrase.chars().allMatch(c -> syllables.known((char) c))) {
                for (String sounds : syllables.allSounds(phrase)) {
                    meant.computeIfAbsent(sounds, s -> new ArrayList<>(1)).add(phrase);
                }
            }
        }
        return new Homophones(syllables, ordinary, meant);
    }

    /**
     * The words as they were meant.
     *
     * @param mended receives the places that were changed; the words keep their length
     */
    String meant(String words, Spans mended) {
        if (none) {
            return words;
        }
        List<Misheard> places = new ArrayList<>(0);
        trie.parseText(
                syllables.sounds(words),
                (begin, end, phrases) -> {
                    Misheard place = misheard(words, begin, end, phrases);
                    if (place != null) {
                        places.add(place);
                    }
                });
        places.removeIf(place -> ordinary(words, place));
        if (places.isEmpty()) {
            return words;
        }
        places.sort(
                Comparator.comparingInt((Misheard place) -> place.begin() - place.end())
                        .thenComparingInt(Misheard::different)
                        .thenComparingInt(Misheard::begin));
        return mend(words, places, mended);
    }

    /** The phrase the place stands for, nearest first; null where one stands as it should or too little does. */
    private Misheard misheard(String words, int begin, int end, List<String> phrases) {
        Misheard nearest = null;
        for (String phrase : phrases) {
            int different = 0;
            for (int i = begin; i < end; i++) {
                different += words.charAt(i) == phrase.charAt(i - begin) ? 0 : 1;
            }
            if (different == 0) {
                return null;
            }
            // What differs too much is by far the most of what sounds alike, and is looked at no
            // further.
            if (different <= mostDifferent(end - begin)
                    && (nearest == null || different < nearest.different())) {
                Misheard place =
                        new Misheard(begin, end, phrase, different, exact(words, begin, phrase));
                nearest = near(words, place) ? place : nearest;
            }
        }
        return nearest;
    }

    /** Whether every character that differs has the very sound of the one it stands for. */
    private boolean exact(String words, int begin, String phrase) {
        for (int i = 0; i < phrase.length(); i++) {
            char heard = words.charAt(begin + i);
            if (heard != phrase.charAt(i) && !syllables.same(heard, phrase.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Short words have too many neighbours in sound to be heard loosely; a particle stands for itself. */
    private boolean near(String words, Misheard place) {
        if (!place.exact() && place.meant().length() <= 3) {
            return false;
        }
        for (int i = place.begin(); i < place.end(); i++) {
            if (words.charAt(i) != place.meant().charAt(i - place.begin())
                    && PARTICLES.indexOf(words.charAt(i)) >= 0) {
                return false;
            }
        }
        return !ordinary.getOrDefault(place.meant(), List.of())
                .contains(words.substring(place.begin(), place.end()));
    }

    private static int mostDifferent(int length) {
        return length == 3 ? 2 : length / 2;
    }

    /** Whether an ordinary word, as it is written, holds a character that differs or reaches beyond the place. */
    private boolean ordinary(String words, Misheard place) {
        int from = clauseEdge(words, place.begin(), -1);
        int to = clauseEdge(words, place.end() - 1, 1);
        BreakIterator split = (BreakIterator) dictionary.clone();
        split.setText(words.substring(from, to));
        int begin = from + split.first();
        for (int next = split.next(); next != BreakIterator.DONE; next = split.next()) {
            int end = from + next;
            boolean crosses = begin < place.begin() ? end > place.begin() : end > place.end();
            boolean touches = begin < place.end() && end > place.begin();
            if (end - begin > 1
                    && touches
                    && (crosses || (!place.sure() && differs(words, place, begin, end)))) {
                return true;
            }
            begin = end;
        }
        return false;
    }

    private static boolean differs(String words, Misheard place, int begin, int end) {
        for (int i = Math.max(begin, place.begin()); i < Math.min(end, place.end()); i++) {
            if (words.charAt(i) != place.meant().charAt(i - place.begin())) {
                return true;
            }
        }
        return false;
    }

    /** Where the clause around {@code at} begins, or just after where it ends. */
    private static int clauseEdge(String words, int at, int step) {
        int edge = at;
        while (edge >= 0
                && edge < words.length()
                && words.charAt(edge) != PlainWords.CLAUSE_END
                && words.charAt(edge) != PlainWords.SENTENCE_END) {
            edge += step;
        }
        return step < 0 ? edge + 1 : edge;
    }

    private static String mend(String words, List<Misheard> places, Spans mended) {
        StringBuilder meant = new StringBuilder(words);
        List<Misheard> taken = new ArrayList<>(places.size());
        for (Misheard place : places) {
            if (taken.stream().noneMatch(place::overlaps)) {
                taken.add(place);
                meant.replace(place.begin(), place.end(), place.meant());
                mended.add(place.begin(), place.end());
            }
        }
        return meant.toString();
    }
}
