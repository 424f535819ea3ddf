/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How simplified characters sound in Mandarin, without tones: the 6 763 of GB 2312, each with the reading Unicode's Han-Latin
 * transform gives it, and other readings of the commonest ones. A character that is not among them sounds like none.
 */
final class Syllables {

    static final String[] HEADER = {"syllable", "characters", "also"};

    /** Sounds that many speakers and recognisers do not tell apart. */
    private static final String[][] ALIKE = {
        {"^zh", "z"}, {"^ch", "c"}, {"^sh", "s"}, {"^n(?=[aeiou])", "l"}, {"(?<=[aei])ng$", "n"}
    };

    /** No sound that is known; a trie that listens to sounds as to words meets it nowhere. */
    private static final char NONE = 0;

    private final char[] exact = new char[Character.MAX_VALUE + 1];
    private final char[] alike = new char[Character.MAX_VALUE + 1];
    private final Map<Character, char[]> otherExact = new HashMap<>();
    private final Map<Character, char[]> otherAlike = new HashMap<>();

    private Syllables() {}

    static Syllables of(String table) {
        Syllables syllables = new Syllables();
        Map<String, Character> sounds = new HashMap<>();
        for (RuleTable.Line line : RuleTable.parse("syllables.tsv", table, HEADER).lines()) {
            char exact = sound(sounds, "=" + line.cell(0));
            char alike = sound(sounds, merged(line.cell(0)));
            for (char c : line.cell(1).toCharArray()) {
                syllables.exact[c] = exact;
                syllables.alike[c] = alike;
            }
            for (char c : line.cell(2).toCharArray()) {
                add(syllables.otherExact, c, exact);
                add(syllables.otherAlike, c, alike);
            }
        }
        return syllables;
    }

    private static char sound(Map<String, Character> sounds, String name) {
        // Counted from one: a double-array trie over sounds then fits a processor's cache.
        return sounds.computeIfAbsent(name, n -> (char) (sounds.size() + 1));
    }

    private static void add(Map<Character, char[]> others, char c, char sound) {
        char[] known = others.getOrDefault(c, new char[0]);
        char[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = sound;
        others.put(c, more);
    }

    private static String merged(String syllable) {
        String merged = syllable;
        for (String[] pair : ALIKE) {
            merged = merged.replaceFirst(pair[0], pair[1]);
        }
        return merged;
    }

    /** Whether the character has a sound of its own. */
    boolean known(char c) {
        return exact[c] != NONE;
    }

    /** The words as they sound, one character for each, sounds that are easily confused being one. */
    String sounds(String words) {
        char[] sounds = new char[words.length()];
        for (int i = 0; i < sounds.length; i++) {
            sounds[i] = alike[words.charAt(i)];
        }
        return new String(sounds);
    }

    /** The same in every reading of every character. */
    List<String> allSounds(String words) {
        List<String> all = List.of("");
        for (char c : words.toCharArray()) {
            List<String> longer = new ArrayList<>();
            for (String begun : all) {
                longer.add(begun + alike[c]);
                for (char other : otherAlike.getOrDefault(c, new char[0])) {
                    longer.add(begun + other);
                }
            }
            all = longer;
        }
        return all.stream().distinct().toList();
    }

    /** Whether two characters have a reading in common, sounds that are easily confused being told apart. */
    boolean same(char one, char other) {
        return exact[one] == exact[other] && known(one)
                || contains(otherExact.get(one), exact[other])
                || contains(otherExact.get(other), exact[one]);
    }

    private static boolean contains(char[] sounds, char sound) {
        return sounds != null && new String(sounds).indexOf(sound) >= 0;
    }
}
