/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.evidence.EvidenceKey;
import io.fuselink.sandbox.evidence.PackVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether a pack is what was sealed, told without any server. */
@Command(
        name = "verify-evidence",
        description = {
            "Tells whether a sealed pack is byte for byte what was sealed; exit 0 when it is, 2 when not, naming the first record that is altered, missing or out of place.",
            "Needs no network. Without --public-key it trusts the key in the pack: compare its id with the one the centre publishes."
        },
        mixinStandardHelpOptions = true)
final class VerifyEvidenceCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The pack, such as BUNDLE.evidence.jsonl.")
    private Path file;

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description = "The centre's public key; a pack sealed with any other is refused.")
    private Path publicKey;

    @Override
    public Integer call() throws Exception {
        var trusted = publicKey == null ? null : EvidenceKey.readPublic(publicKey);
        var verdict = PackVerifier.verify(Files.readAllBytes(file), trusted);
        var command = spec.commandLine();
        if (!verdict.intact()) {
            command.getErr().println("fuselink: " + file + ": " + verdict.sentence() + ".");
            return ExitCodes.BAD_INPUT;
        }
        command.getOut()
                .println(
                        file
                                + ": "
                                + verdict.sentence()
                                + (trusted == null
                                        ? "; whose key that is, the pack alone cannot say"
                                        : ", which is the one given"));
        return ExitCodes.OK;
    }
}
