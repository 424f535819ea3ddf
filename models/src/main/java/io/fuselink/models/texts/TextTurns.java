/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text as the turns of a conversation, each a line.
 *
 * @param tokens of each turn, as {@link TextGrams} reads them
 * @param opener whether the turn is said by whoever speaks first; all true where nobody is named
 */
public record TextTurns(List<int[]> tokens, List<Boolean> opener) {
    private static final Pattern SPEAKER =
            Pattern.compile("^\\s*([\\p{IsAlphabetic}\\d]{1,8})\\s*[:：]");

    /** Splits at line ends; {@code left:} and the like name the speaker. */
    public static TextTurns of(String text) {
        var tokens = new ArrayList<int[]>();
        var opener = new ArrayList<Boolean>();
        String first = null;
        for (var line : text.split("\n")) {
            var words = SpokenWords.of(line);
            if (words.length == 0) {
                continue;
            }
            var speaker = SPEAKER.matcher(line);
            var name = speaker.find() ? speaker.group(1) : null;
            first = first == null ? name : first;
            tokens.add(words);
            opener.add(name == null || name.equals(first));
        }
        return new TextTurns(tokens, opener);
    }

    /** All turns in one piece. */
    public int[] whole() {
        return joined(tokens);
    }

    /** These turns in one piece. */
    public static int[] joined(List<int[]> turns) {
        var whole = new int[turns.stream().mapToInt(turn -> turn.length).sum()];
        int at = 0;
        for (var turn : turns) {
            System.arraycopy(turn, 0, whole, at, turn.length);
            at += turn.length;
        }
        return whole;
    }
}
