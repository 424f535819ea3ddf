/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.texts;

import java.util.ArrayList;
import java.util.List;

/**
 * What a text model makes of some words, without the words: the sum of the vectors of the n-grams that it
 * knows. Bags of one model can be added up, so that a call is scored segment by segment and none of its
 * text is kept.
 *
 * @param model name and version of the model; bags of two models do not fit together
 * @param sum of the known n-grams' vectors
 * @param known n-grams that the model knows
 * @param words characters, numbers and Latin words that were said
 */
public record WordBag(String model, List<Double> sum, int known, int words) {

    public WordBag {
        sum = List.copyOf(sum);
    }

    /** Both together. An n-gram that stands in both counts twice, as it does not within one text. */
    public WordBag plus(WordBag other) {
        if (!model.equals(other.model)) {
            throw new IllegalArgumentException(
                    "words heard by %s and %s do not add up".formatted(model, other.model));
        }
        return with(other, 1);
    }

    /** What is left of a call without one of its segments. */
    public WordBag minus(WordBag part) {
        return with(part, -1);
    }

    private WordBag with(WordBag other, int times) {
        var both = new ArrayList<Double>(sum.size());
        for (int i = 0; i < sum.size(); i++) {
            both.add(sum.get(i) + times * other.sum.get(i));
        }
        return new WordBag(model, both, known + times * other.known, words + times * other.words);
    }
}
