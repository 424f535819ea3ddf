/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.texts;

import java.util.Arrays;

/**
 * What the text model sees of a text: hashes of its n-grams of one to four characters and of two or three
 * sounds, each once. The text cannot be put together again from them.
 */
public final class TextGrams {
    /** Name of this definition in bundles. */
    public static final String SCHEMA = "texts";

    /** Raised whenever the same words give other hashes. */
    public static final int VERSION = 1;

    private static final int LONGEST = 4;
    private static final int SOUNDS_FROM = 2;
    private static final int SOUNDS_TO = 3;
    private static final int SOUND = 0x5EED;

    private final int[] hashes;
    private int size;

    private TextGrams(int tokens) {
        hashes = new int[tokens * (LONGEST + SOUNDS_TO - SOUNDS_FROM + 1)];
    }

    /** Ascending and distinct; empty if nothing was said. */
    public static int[] of(String text) {
        return of(SpokenWords.of(text));
    }

    /** The n-grams of {@link SpokenWords} tokens, for training on parts of a text. */
    public static int[] of(int[] tokens) {
        var grams = new TextGrams(tokens.length);
        grams.add(tokens, 0, 1, LONGEST);
        grams.add(
                Arrays.stream(tokens).map(Syllables::of).toArray(), SOUND, SOUNDS_FROM, SOUNDS_TO);
        return Arrays.stream(grams.hashes, 0, grams.size).sorted().distinct().toArray();
    }

    private void add(int[] tokens, int kind, int shortest, int longest) {
        for (int from = 0; from < tokens.length; from++) {
            int hash = kind;
            int most = Math.min(longest, tokens.length - from);
            for (int length = 1; length <= most; length++) {
                hash = mixed(hash, tokens[from + length - 1]);
                if (length >= shortest) {
                    hashes[size++] = mixed(hash, length);
                }
            }
        }
    }

    /** One round of Murmur3. */
    private static int mixed(int hash, int token) {
        int mixed = Integer.rotateLeft(token * 0xCC9E2D51, 15) * 0x1B873593;
        mixed = Integer.rotateLeft(hash ^ mixed, 13) * 5 + 0xE6546B64;
        mixed = (mixed ^ (mixed >>> 16)) * 0x85EBCA6B;
        return mixed ^ (mixed >>> 13);
    }
}
