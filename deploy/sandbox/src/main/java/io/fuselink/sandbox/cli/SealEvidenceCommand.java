/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.EvidencePack;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.evidence.EvidenceKey;
import io.fuselink.sandbox.evidence.Sealer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts what was told about a decision under a seal. */
@Command(
        name = "seal-evidence",
        description = {
            "Gathers everything that led to a decision and followed from it, and seals it into DIR/BUNDLE.evidence.jsonl.",
            "It reads the topics of a deployment, or with --outputs the files of a replay; verify-evidence tells whether a pack is still what was sealed."
        },
        mixinStandardHelpOptions = true)
final class SealEvidenceCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ToldOptions told;

    @ArgGroup(multiplicity = "1")
    private Which which;

    private static final class Which {
        @Option(
                names = "--bundle",
                paramLabel = "ID",
                description = "The bundle, by its id in the index fuselink-bundles.")
        private String bundleId;

        @Option(names = "--all", description = "Every bundle, one pack each.")
        private boolean all;
    }

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "The private key; its public half lies beside it (see evidence-key).")
    private Path key;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where packs go.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        LogFile.temporary();
        var sealer = new Sealer(EvidenceKey.read(key), out, System.currentTimeMillis());
        var packs = sealer.seal(told.told(), which.bundleId);
        if (packs.isEmpty()) {
            throw OperatorError.badInput(
                    which.all
                            ? "Nothing was told of any bundle; check --outputs or the deployment."
                            : "Nothing was told of bundle %s; check --bundle, and --outputs or the deployment."
                                    .formatted(which.bundleId));
        }
        var printer = spec.commandLine().getOut();
        for (var pack : packs) {
            printer.printf(
                    "%s: %d records, head %s, to be kept %s%n",
                    out.resolve(pack.file()), pack.records(), pack.headHash(), pack.retention());
        }
        told.index(List.<EvidencePack>copyOf(packs), printer);
        return ExitCodes.OK;
    }
}
