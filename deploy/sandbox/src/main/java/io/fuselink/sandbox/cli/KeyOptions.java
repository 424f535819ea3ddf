/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.token.Tokenizer;
import java.nio.file.Path;
import org.apache.flink.util.function.SerializableSupplier;
import picocli.CommandLine.Option;

/** The options of every command that turns raw numbers into tokens. */
final class KeyOptions {
    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Token keys, one 'id:key' a line; else FUSELINK_TOKEN_KEY_FILE or FUSELINK_TOKEN_KEY.")
    private Path keyFile;

    @Option(names = "--sandbox-key", description = "Use the sandbox's public key; never for real numbers.")
    private boolean sandboxKey;

    /** The configured keys; fails in one sentence when there are none. */
    Tokenizer tokenizer() {
        return supplier().get();
    }

    /** The same, opened where it is needed. */
    SerializableSupplier<Tokenizer> supplier() {
        if (sandboxKey) {
            return Tokenizer::sandbox;
        }
        var file = keyFile == null ? null : keyFile.toString();
        return () -> Tokenizer.configured(file == null ? null : Path.of(file), System.getenv());
    }

    /** Whether any key was named. */
    boolean named() {
        return sandboxKey
                || keyFile != null
                || System.getenv(Tokenizer.KEY_FILE_VARIABLE) != null
                || System.getenv(Tokenizer.KEY_VARIABLE) != null;
    }
}
