/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.texts.Syllables;
import io.fuselink.models.texts.TextTurns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes of a train text what a live call would bring: a beginning or a middle of it, one side only, words
 * lost or misheard as others that sound alike. So no text is learnt by heart.
 */
final class Distortion {
    private static final double ONE_SIDE = 0.4;
    private static final double WINDOW = 0.6;
    private static final double FROM_START = 0.5;
    private static final double LOST = 0.1;
    private static final double MISHEARD = 0.03;
    private static final int SHORTEST = 24;
    private static final int LONGEST = 200;

    private final Map<Integer, int[]> homophones = new HashMap<>();
    private final Random random;

    Distortion(TextExamples examples, Random random) {
        this.random = random;
        var heard = new HashMap<Integer, ArrayList<Integer>>();
        examples.rows().stream()
                .flatMap(row -> row.turns().tokens().stream())
                .flatMapToInt(Arrays::stream)
                .distinct()
                .sorted()
                .forEach(
                        token ->
                                heard.computeIfAbsent(Syllables.of(token), s -> new ArrayList<>())
                                        .add(token));
        heard.forEach(
                (sound, tokens) ->
                        homophones.put(
                                sound, tokens.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** Tokens of a part of the text. */
    int[] apply(TextTurns text) {
        var tokens = window(side(text));
        var kept = new int[tokens.length];
        int size = 0;
        for (var token : tokens) {
            var chance = random.nextDouble();
            if (chance >= LOST) {
                kept[size++] = chance < LOST + MISHEARD ? misheard(token) : token;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private int[] side(TextTurns text) {
        if (random.nextDouble() >= ONE_SIDE) {
            return text.whole();
        }
        List<int[]> turns = new ArrayList<>();
        for (int i = 0; i < text.tokens().size(); i++) {
            if (text.opener().get(i)) {
                turns.add(text.tokens().get(i));
            }
        }
        return TextTurns.joined(turns);
    }

    private int[] window(int[] tokens) {
        int length = tokens.length;
        if (length > SHORTEST && random.nextDouble() < WINDOW) {
            length = SHORTEST + random.nextInt(length - SHORTEST);
        }
        length = Math.min(length, LONGEST);
        int from =
                random.nextDouble() < FROM_START ? 0 : random.nextInt(tokens.length - length + 1);
        return Arrays.copyOfRange(tokens, from, from + length);
    }

    private int misheard(int token) {
        var alike = homophones.get(Syllables.of(token));
        return alike[random.nextInt(alike.length)];
    }
}
