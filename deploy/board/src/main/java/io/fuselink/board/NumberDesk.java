/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.board;

import io.fuselink.events.NumberClass;
import io.fuselink.events.numbering.NumberClassifier;
import io.fuselink.events.token.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns the digits an analyst types into what the indices hold. Digits stay in this process and are never written down. */
final class NumberDesk {
    private final NumberClassifier classifier = new NumberClassifier();
    private final Supplier<Tokenizer> key;

    NumberDesk(Supplier<Tokenizer> key) {
        this.key = key;
    }

    /**
     * A number that can be looked up.
     *
     * @param tokens what it may be called in the indices: more than one while keys are being changed
     * @param display masked, for eyes
     * @param numberClass what kind of number it is; null for a token
     * @param holder whom the range was given to, which need not be who serves the number now; null when unknown
     */
    record Known(List<String> tokens, String display, NumberClass numberClass, String holder) {}

    /** The number that was typed, as digits or as a token; empty when it stands for nobody. */
    Optional<Known> look(String typed) {
        var text = typed.strip();
        if (Tokenizer.isToken(text)) {
            return Optional.of(new Known(List.of(text), text.substring(0, 8) + "…", null, null));
        }
        var number = classifier.classify(text);
        return number.joinable()
                ? Optional.of(
                        new Known(
                                key.get().tokens(number.canonical()),
                                number.display(),
                                number.mvno() ? NumberClass.MVNO : number.numberClass(),
                                number.holder()))
                : Optional.empty();
    }
}
