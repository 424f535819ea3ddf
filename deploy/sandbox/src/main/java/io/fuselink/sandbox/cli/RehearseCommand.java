/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.city.CityPlan;
import io.fuselink.jobs.steps.ScoreNumbers.ScorerSource;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.Progress;
import io.fuselink.sandbox.play.Rehearsal;
import io.fuselink.sandbox.play.RehearsalReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Large cities, many seeds and intensities: the account of harm and recall that a release publishes. */
@Command(
        name = "rehearse",
        description = {
            "Plays whole cities through the detection in this process, without servers, and says whom it harmed and what it missed.",
            "One city for each seed and intensity; outputs and truth of each go into a folder of its own."
        },
        mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Residents (default ${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--hours",
            paramLabel = "H",
            defaultValue = "24",
            description = "Length of each play, 1 to 24 (default ${DEFAULT-VALUE}).")
    private double hours;

    @Option(
            names = "--seeds",
            paramLabel = "S",
            split = ",",
            defaultValue = "1",
            description = "Seeds, with commas between them (default ${DEFAULT-VALUE}).")
    private List<Long> seeds;

    @Option(
            names = "--intensities",
            paramLabel = "X",
            split = ",",
            defaultValue = "0.5",
            description =
                    "How evaders go about it, 0 (polite) to 1 (blatant) (default ${DEFAULT-VALUE}).")
    private List<Double> intensities;

    @Option(names = "--rules-only", description = "Leave the number model out.")
    private boolean rulesOnly;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "2",
            description = "Tasks per step (default ${DEFAULT-VALUE}).")
    private int parallelism;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder for rehearsal.json and for each city's outputs and truth.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        LogFile.temporary();
        var progress = Progress.on(System.err);
        var plans = plans();
        var rehearsal =
                new Rehearsal(
                        out,
                        rulesOnly ? ScorerSource.silent() : ScorerSource.shipped(),
                        parallelism,
                        progress);
        var report = new RehearsalReport();
        for (var plan : plans) {
            report.add(rehearsal.play(plan));
            progress.say("Played seed %d at intensity %s".formatted(plan.seed(), plan.intensity()));
            report.writeTo(out);
        }
        report.lines().forEach(spec.commandLine().getOut()::println);
        return ExitCodes.OK;
    }

    private List<CityPlan> plans() {
        try {
            return seeds.stream()
                    .flatMap(
                            seed ->
                                    intensities.stream()
                                            .map(
                                                    intensity ->
                                                            new CityPlan(people, hours, seed)
                                                                    .withIntensity(intensity)))
                    .toList();
        } catch (IllegalArgumentException e) {
            // The plan's own sentence begins with the name of the option.
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage());
        }
    }
}
