/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.token.TokenKeyException;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.sandbox.OperatorError;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.flink.util.function.SerializableSupplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which key turns raw numbers into tokens: an option, else the environment; never one by default. */
final class KeyOptions {

    @ArgGroup private Choice choice = new Choice();

    private static final class Choice {
        @Option(
                names = "--key-file",
                paramLabel = "FILE",
                description =
                        "Token keys, one keyId:key a line; without it those in $FUSELINK_TOKEN_KEY, or in the file that $FUSELINK_TOKEN_KEY_FILE names.")
        private Path file;

        @Option(
                names = "--sandbox-key",
                description = "Use the sandbox's public key; never for real numbers.")
        private boolean sandbox;
    }

    /** Whether an option names a key. */
    boolean chosen() {
        return choice.file != null || choice.sandbox;
    }

    /** Whether there is a key at all. */
    boolean configured() {
        return chosen()
                || Stream.of(Tokenizer.KEY_VARIABLE, Tokenizer.KEY_FILE_VARIABLE)
                        .map(System.getenv()::get)
                        .anyMatch(value -> value != null && !value.isBlank());
    }

    /** The configured keys; fails in one sentence when there are none. */
    Tokenizer tokenizer() {
        try {
            return supplier().get();
        } catch (TokenKeyException e) {
            throw OperatorError.badInput(e.getMessage(), e);
        }
    }

    /** The same, opened where it is needed. */
    SerializableSupplier<Tokenizer> supplier() {
        if (choice.sandbox) {
            return Tokenizer::sandbox;
        }
        var file = choice.file == null ? null : choice.file.toString();
        return () -> Tokenizer.configured(file == null ? null : Path.of(file), System.getenv());
    }
}
