/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A text as the rules read it: letters and digits only, NFKC, lower case, simplified characters, no fillers, no
 * separators; every clause end is {@code ，} and every sentence end {@code 。}.
 *
 * @param words the plain text; reading it again changes nothing
 * @param origin for each char of {@code words}, its index in the text as received
 */
record PlainWords(String words, int[] origin) {

    static final char CLAUSE_END = '，';
    static final char SENTENCE_END = '。';

    private static final String CLAUSE_ENDS = ",:，：";
    private static final String SENTENCE_ENDS = "!?;。！？；\n\r\u0085\u2028\u2029";

    /** Sounds of hesitation that a transcript carries and that mean nothing anywhere in a word. */
    private static final String FILLERS = "嗯呃欸";

    /** Common spellings that the simplification of single characters leaves apart. */
    private static final String[][] SPELLINGS = {{"帐", "账"}, {"戶", "户"}, {"戸", "户"}};

    private static final char DROP = 0;
    private static final char EXPAND = 1;
    private static final char[] FOLD = new char[Character.MAX_VALUE + 1];
    private static final Map<Character, String> EXPANSIONS = new HashMap<>();

    static {
        Transliterator simplify = Transliterator.getInstance("Traditional-Simplified");
        for (int c = 0; c < FOLD.length; c++) {
            String folded =
                    Character.isSurrogate((char) c)
                            ? ""
                            : spell(String.valueOf((char) c), simplify);
            if (folded.length() > 1) {
                FOLD[c] = EXPAND;
                EXPANSIONS.put((char) c, folded);
            } else {
                FOLD[c] = folded.isEmpty() ? DROP : folded.charAt(0);
            }
        }
    }

    static PlainWords of(String text) {
        Builder plain = new Builder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                plain.addSupplementary(text.codePointAt(i), i);
                i++;
            } else {
                plain.add(c, i);
            }
        }
        return plain.build();
    }

    /** Folds the Chinese characters of a regular expression, so that it is written in the letters it will meet. */
    static String foldIdeographs(String regex) {
        StringBuilder folded = new StringBuilder(regex.length());
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            boolean alone = Character.isIdeographic(c) && FOLD[c] > EXPAND;
            folded.append(alone ? FOLD[c] : c);
        }
        return folded.toString();
    }

    private static String spell(String one, Transliterator simplify) {
        Set<String> seen = new HashSet<>();
        String before = one;
        String now = one;
        while (seen.add(now)) {
            before = now;
            now = Normalizer.normalize(now, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
            if (now.codePoints().anyMatch(Character::isIdeographic)) {
                now = simplify.transliterate(now);
            }
            for (String[] spelling : SPELLINGS) {
                now = now.replace(spelling[0], spelling[1]);
            }
        }
        // Two spellings that ICU maps onto each other (苎, 苧) end at the lower one, whichever came
        // in.
        return kept(now.compareTo(before) < 0 ? now : before, one.charAt(0));
    }

    private static String kept(String folded, char original) {
        if (CLAUSE_ENDS.indexOf(original) >= 0) {
            return String.valueOf(CLAUSE_END);
        }
        if (SENTENCE_ENDS.indexOf(original) >= 0) {
            return String.valueOf(SENTENCE_END);
        }
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c) && FILLERS.indexOf(c) < 0) {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    private static final class Builder {
        private char[] words;
        private int[] origin;
        private int length;

        Builder(int size) {
            words = new char[size];
            origin = new int[size];
        }

        void add(char c, int at) {
            char folded = FOLD[c];
            if (folded == EXPAND) {
                String expansion = EXPANSIONS.get(c);
                for (int i = 0; i < expansion.length(); i++) {
                    append(expansion.charAt(i), at);
                }
            } else if (folded == CLAUSE_END || folded == SENTENCE_END) {
                end(folded, at);
            } else if (folded != DROP) {
                append(folded, at);
            }
        }

        /** Styled letters (𝐔) become plain ones; rare ideographs and emoji mean nothing to the rules. */
        void addSupplementary(int codePoint, int at) {
            String plain =
                    Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
            for (int i = 0; i < plain.length(); i++) {
                add(plain.charAt(i), at);
            }
        }

        private void end(char mark, int at) {
            boolean afterMark =
                    length > 0
                            && (words[length - 1] == CLAUSE_END
                                    || words[length - 1] == SENTENCE_END);
            if (!afterMark) {
                append(mark, at);
            } else if (mark == SENTENCE_END) {
                words[length - 1] = mark;
            }
        }

        private void append(char c, int at) {
            if (length == words.length) {
                words = Arrays.copyOf(words, length * 2 + 8);
                origin = Arrays.copyOf(origin, length * 2 + 8);
            }
            words[length] = c;
            origin[length++] = at;
        }

        PlainWords build() {
            return new PlainWords(new String(words, 0, length), origin);
        }
    }
}
