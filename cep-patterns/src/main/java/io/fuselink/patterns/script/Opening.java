/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a call begins, without its words: sixteen minima of hashed groups of three characters (MinHash), 16
 * bits of each, four to a {@code long}. Two openings agree in about as many of the sixteen as their groups
 * are alike; each value stands for millions of groups, so that no word can be read back.
 */
public final class Opening {
    private static final int CHARACTERS = 40;

    /** What everybody says, "hello, is that Mr. Wang?", is shorter. */
    private static final int FEWEST = 20;

    private static final int GROUP = 3;
    private static final int LANES = 16;
    private static final int LANES_A_WORD = 4;
    private static final int BITS = 16;
    private static final long LANE = 0xffff;

    private Opening() {}

    /** The fingerprint of the first sentence or two; empty for a text that is too short to tell anybody by. */
    public static List<Long> of(String text) {
        var plain = letters(PlainWords.of(text).words());
        if (plain.length() < FEWEST) {
            return List.of();
        }
        var minima = new long[LANES];
        Arrays.fill(minima, Long.MAX_VALUE);
        for (var i = 0; i + GROUP <= plain.length(); i++) {
            var group = hash(plain, i);
            for (var lane = 0; lane < LANES; lane++) {
                minima[lane] =
                        Math.min(minima[lane], mix(group + lane * 0x9e3779b97f4a7c15L) >>> 1);
            }
        }
        return packed(minima);
    }

    private static String letters(String plain) {
        var letters = new StringBuilder(CHARACTERS);
        for (var i = 0; i < plain.length() && letters.length() < CHARACTERS; i++) {
            var c = plain.charAt(i);
            if (c != PlainWords.CLAUSE_END && c != PlainWords.SENTENCE_END) {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    private static long hash(String plain, int at) {
        var hash = 0L;
        for (var i = at; i < at + GROUP; i++) {
            hash = hash << BITS | plain.charAt(i);
        }
        return mix(hash);
    }

    private static long mix(long hash) {
        var mixed = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    private static List<Long> packed(long[] minima) {
        var words = new ArrayList<Long>(LANES / LANES_A_WORD);
        for (var lane = 0; lane < LANES; lane += LANES_A_WORD) {
            var word = 0L;
            for (var i = lane; i < lane + LANES_A_WORD; i++) {
                word = word << BITS | minima[i] & LANE;
            }
            words.add(word);
        }
        return List.copyOf(words);
    }

    /** How alike two fingerprints are, 0–1: an estimate of what their groups have in common (Jaccard). */
    public static double likeness(List<Long> one, List<Long> other) {
        if (one.size() != other.size() || one.isEmpty()) {
            return 0;
        }
        var same = 0;
        for (var i = 0; i < one.size(); i++) {
            var differing = one.get(i) ^ other.get(i);
            for (var lane = 0; lane < LANES_A_WORD; lane++) {
                same += (differing >>> lane * BITS & LANE) == 0 ? 1 : 0;
            }
        }
        return (double) same / (one.size() * LANES_A_WORD);
    }
}
