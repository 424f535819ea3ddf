/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.numbering.NumberClassifier;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.sandbox.OperatorError;
import java.util.function.Supplier;

/** Numbers as an operator types them, as tokens: digits are classified and tokenised, tokens pass. */
final class TypedNumbers {

    private final NumberClassifier classifier = new NumberClassifier();
    private final Supplier<Tokenizer> key;

    /**
     * @param key asked for only when digits were typed
     */
    TypedNumbers(Supplier<Tokenizer> key) {
        this.key = key;
    }

    /** The token, or one sentence that names the option and shows the number masked. */
    String token(String option, String typed) {
        if (Tokenizer.isToken(typed)) {
            return typed;
        }
        var number = classifier.classify(typed);
        if (!number.joinable()) {
            throw OperatorError.badInput(
                    "%s %s stands for nobody (%s: %s); give a whole number or a token of 32 lower-case hex digits."
                            .formatted(
                                    option,
                                    number.display() == null ? "(withheld)" : number.display(),
                                    number.numberClass(),
                                    String.join(", ", number.reasons())));
        }
        return key.get().token(number.canonical());
    }
}
