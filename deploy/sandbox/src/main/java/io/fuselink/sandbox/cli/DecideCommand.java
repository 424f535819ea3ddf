/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.Decision;
import io.fuselink.events.Ids;
import io.fuselink.events.Source;
import io.fuselink.events.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A duty officer's word about a bundle, or one leg of it. */
@Command(
        name = "decide",
        description = "Decides about a bundle of a running deployment, or about one leg of it.",
        mixinStandardHelpOptions = true)
final class DecideCommand implements Runnable {

    @Spec private CommandSpec spec;
    @Mixin private DeploymentOptions options;

    @Parameters(index = "0", paramLabel = "VERB", description = "One of ${COMPLETION-CANDIDATES}.")
    private Verb verb;

    @Parameters(
            index = "1",
            paramLabel = "ID",
            description = "The bundle, by its id in the index fuselink-bundles.")
    private String bundleId;

    @Option(
            names = "--leg",
            paramLabel = "LEG_ID",
            description = "Only this leg, by its id in fuselink-legs; every leg without it.")
    private String legId;

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who decides.")
    private String by;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why; it stays in the audit record.")
    private String reason;

    @Override
    public void run() {
        requireId("ID", bundleId);
        if (legId != null) {
            requireId("--leg", legId);
        }
        requireWords("--by", by);
        requireWords("--reason", reason);
        var deployment = options.deployment();
        var now = deployment.now();
        var id = Ids.hash("decision", bundleId, legId, verb, by, now);
        deployment.write(
                "Decision",
                id,
                Source.JOINT_CENTRE,
                "command-line",
                now,
                new Decision(id, bundleId, legId, verb, by, reason, now),
                spec.commandLine().getOut());
    }

    private void requireId(String argument, String id) {
        if (!id.matches("[0-9a-f]{32}")) {
            throw new ParameterException(
                    spec.commandLine(),
                    argument + " '" + id + "' is no id, which is 32 lower-case hex digits");
        }
    }

    private void requireWords(String option, String words) {
        if (words.isBlank()) {
            throw new ParameterException(spec.commandLine(), option + " is empty");
        }
    }
}
