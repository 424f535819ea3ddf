/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.Ids;
import io.fuselink.events.ReportCategory;
import io.fuselink.events.ReportChannel;
import io.fuselink.events.Source;
import io.fuselink.events.UserReport;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A user's word that a number called to defraud, harass or sell. */
@Command(
        name = "report",
        description = {
            "Injects a user's report into a running deployment.",
            "It weighs nothing until a call between the two is found. Digits become tokens with the configured key, in your sandbox with the sandbox's."
        },
        mixinStandardHelpOptions = true)
final class ReportCommand implements Runnable {

    @Spec private CommandSpec spec;
    @Mixin private DeploymentOptions options;
    @Mixin private KeyOptions key;

    @Option(
            names = "--reporter",
            paramLabel = "NUMBER",
            required = true,
            description = "Who reports: digits or a token.")
    private String reporter;

    @Option(
            names = "--target",
            paramLabel = "NUMBER",
            required = true,
            description = "The reported number: digits or a token.")
    private String target;

    @Option(
            names = "--category",
            paramLabel = "WHAT",
            required = true,
            description = "What the call was: ${COMPLETION-CANDIDATES}.")
    private ReportCategory category;

    @Option(
            names = "--call-time",
            converter = Moment.class,
            paramLabel = "TIME",
            required = true,
            description = "When the call was, such as 2026-03-02T09:30:00+08:00.")
    private Instant callTime;

    @Option(
            names = "--channel",
            paramLabel = "WHERE",
            defaultValue = "C96110",
            description =
                    "Where it was reported (default ${DEFAULT-VALUE}): ${COMPLETION-CANDIDATES}.")
    private ReportChannel channel;

    @Option(
            names = "--claimed",
            paramLabel = "BRAND",
            description = "Whom the caller claimed to be.")
    private String brand;

    @Option(names = "--loss-fen", paramLabel = "FEN", description = "Money lost, in fen.")
    private Long lossFen;

    @Override
    public void run() {
        var deployment = options.deployment();
        var numbers = new TypedNumbers(() -> deployment.tokenizer(key));
        var by = numbers.token("--reporter", reporter);
        var about = numbers.token("--target", target);
        var callMs = callTime.toEpochMilli();
        // Said twice it is one report.
        var id = Ids.hash("report", by, about, callMs, category);
        deployment.write(
                "Report",
                id,
                Source.COMPLAINT_CENTRE,
                "command-line",
                deployment.now(),
                new UserReport(
                        channel, by, about, callMs, null, category, brand, null, lossFen, false),
                spec.commandLine().getOut());
    }
}
