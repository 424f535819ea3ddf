/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.models.evaluation.Comparison;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.OperatorError;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether a challenger may take the champion's place, harm first. */
@Command(
        name = "compare",
        description = {
            "Compares two bundles of one kind on labelled rows, harm first.",
            "Ends with exit code 2 when the challenger accuses more benign subjects than the champion, or loses fraud that it finds."
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--champion",
            required = true,
            paramLabel = "BUNDLE.zip",
            description = "The model that runs.")
    private Path champion;

    @Option(
            names = "--challenger",
            required = true,
            paramLabel = "BUNDLE.zip",
            description = "The model that wants its place.")
    private Path challenger;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "Labelled rows that neither was trained on.")
    private Path data;

    @Override
    public Integer call() {
        var before = Judges.open(champion);
        var after = Judges.open(challenger);
        var rows = before.judge(data);
        if (rows.isEmpty()) {
            throw OperatorError.badInput(
                    "--data %s: no row has a label to compare by; add labels.".formatted(data));
        }
        var comparison =
                Comparison.of(rows, before.threshold(), after.judge(data), after.threshold());
        var out = spec.commandLine().getOut();
        out.printf("%-28s %12s %12s%n", "", before.label(), after.label());
        out.printf(
                "%-28s %,12d %,12d   (%,d new, %,d no longer)%n",
                "benign subjects accused",
                comparison.championHarmed(),
                comparison.challengerHarmed(),
                comparison.newlyHarmed(),
                comparison.noLongerHarmed());
        out.printf(
                "%-28s %,12d %,12d   (%,d gained, %,d lost)%n",
                "fraudulent subjects found",
                comparison.championFound(),
                comparison.challengerFound(),
                comparison.gained(),
                comparison.lost());
        out.println(verdict(comparison));
        return comparison.verdict() == Comparison.Verdict.MAY_REPLACE
                ? ExitCodes.OK
                : ExitCodes.BAD_INPUT;
    }

    private String verdict(Comparison comparison) {
        return switch (comparison.verdict()) {
            case MAY_REPLACE -> "verdict: the challenger may replace the champion";
            case REFUSED_HARM ->
                    "verdict: refused, the challenger harms %,d benign subjects more; keep the champion"
                            .formatted(comparison.challengerHarmed() - comparison.championHarmed());
            case REFUSED_LOSS ->
                    "verdict: refused, the challenger loses fraud beyond chance (p = %.3f); keep the champion"
                            .formatted(comparison.lostChance());
        };
    }
}
