/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.texts;

import com.ibm.icu.text.Transliterator;

/**
 * How a character sounds, without tones and without the differences that recognisers and dialects lose
 * (zh and z, n and l, -ng and -n), so that a homophone reads like the character it stands for.
 */
public final class Syllables {
    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fff';
    private static final int[] SOUNDS = sounds();

    private Syllables() {}

    /** A number for the sound of an ideograph; other tokens sound like themselves. */
    public static int of(int token) {
        return token >= FIRST && token <= LAST ? SOUNDS[token - FIRST] : token;
    }

    private static int[] sounds() {
        var latin = Transliterator.getInstance("Han-Latin; Latin-ASCII");
        var sounds = new int[LAST - FIRST + 1];
        for (int i = 0; i < sounds.length; i++) {
            var syllable = merged(latin.transliterate(String.valueOf((char) (FIRST + i))).trim());
            sounds[i] = syllable.hashCode() | Integer.MIN_VALUE;
        }
        return sounds;
    }

    private static String merged(String syllable) {
        var merged =
                syllable.replaceFirst("^zh", "z").replaceFirst("^ch", "c").replaceFirst("^sh", "s");
        return merged.replaceFirst("^n", "l").replaceFirst("ng$", "n");
    }
}
