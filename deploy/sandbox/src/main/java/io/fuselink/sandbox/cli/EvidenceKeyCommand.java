/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.sandbox.evidence.EvidenceKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A key pair of the centre's own, to seal evidence with. */
@Command(
        name = "evidence-key",
        description = {
            "Makes a key pair for sealing evidence: FILE, which only its owner may read, and FILE.pub, to be published.",
            "A key that exists is never replaced."
        },
        mixinStandardHelpOptions = true)
final class EvidenceKeyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Where the private half goes.")
    private Path file;

    @Override
    public Integer call() throws Exception {
        var key = EvidenceKey.generate();
        key.write(file);
        spec.commandLine()
                .getOut()
                .printf(
                        "Key %s written to %s; publish %s.%n",
                        EvidenceKey.id(key.publicKey()), file, EvidenceKey.publicFile(file));
        return 0;
    }
}
