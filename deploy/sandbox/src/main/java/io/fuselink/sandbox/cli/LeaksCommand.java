/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.leaks.LeakCount;
import io.fuselink.sandbox.leaks.LeakFigure;
import io.fuselink.sandbox.leaks.LeakFiles;
import io.fuselink.sandbox.leaks.LeakQuestion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The batch that asks where fraud has its numbers from. */
@Command(
        name = "leaks",
        description = {
            "Tells whose customers are called by fraud more often than others: platforms, lessees and leases that may leak numbers.",
            "The period is that of the bindings.",
            "It reads the topics of a deployment, or with --outputs the files of a replay and a city; docs/leaks.md says how to read it. A suspicion, no proof."
        },
        mixinStandardHelpOptions = true)
final class LeaksCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ToldOptions told;
    @Mixin private PeriodOptions period;

    @Option(
            names = "--within",
            paramLabel = "HOURS",
            defaultValue = "72",
            description =
                    "A fraud call counts so soon after the first binding (default ${DEFAULT-VALUE}).")
    private int hours;

    @Option(
            names = "--level",
            paramLabel = "N",
            defaultValue = "2",
            description =
                    "Numbers assessed at this level call for fraud, 1 to 4 (default ${DEFAULT-VALUE}).")
    private int level;

    @Option(
            names = "--lift",
            paramLabel = "X",
            defaultValue = "1.5",
            description =
                    "Suspect who is beyond this factor for certain (default ${DEFAULT-VALUE}).")
    private double lift;

    @Option(
            names = "--k",
            paramLabel = "N",
            defaultValue = "10",
            description = "Fewest people a figure may speak of (default ${DEFAULT-VALUE}).")
    private int k;

    @Option(
            names = "--at-work",
            paramLabel = "N",
            defaultValue = "50",
            description =
                    "Who is bound more often is at work and nobody's customer (default ${DEFAULT-VALUE}).")
    private int atWork;

    @Option(
            names = "--one-in",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Look at one in so many people, to save memory (default ${DEFAULT-VALUE}).")
    private int oneIn;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where leaks.json goes.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        var question = question();
        LogFile.temporary();
        var source = told.told();
        var figures = LeakCount.of(source, question);
        LeakFiles.write(figures, out);
        var printer = spec.commandLine().getOut();
        LeakFiles.lines(figures).forEach(printer::println);
        printer.printf(
                "%d suspects among %d platforms, lessees and leases; %d may not be told of, %d have nobody to be compared with; written to %s%n",
                figures.stream()
                        .filter(f -> f.verdict() == LeakFigure.Verdict.LEAK_SUSPECT)
                        .count(),
                figures.size(),
                figures.stream().filter(f -> f.verdict() == LeakFigure.Verdict.SUPPRESSED).count(),
                figures.stream()
                        .filter(f -> f.verdict() == LeakFigure.Verdict.NO_COMPARISON)
                        .count(),
                out);
        ToldOptions.tellUnreadable(source, printer);
        told.index(LeakFiles.entries(figures, question), printer);
        return ExitCodes.OK;
    }

    private LeakQuestion question() {
        period.check(spec);
        require(hours >= 1, "--within " + hours + " is below 1");
        require(level >= 1 && level <= 4, "--level " + level + " is not 1 to 4");
        require(lift >= 1, "--lift " + lift + " is below 1");
        require(k >= 1, "--k " + k + " is below 1");
        require(atWork >= 1, "--at-work " + atWork + " is below 1");
        require(oneIn >= 1, "--one-in " + oneIn + " is below 1");
        return new LeakQuestion(
                period.from(),
                period.to(),
                Duration.ofHours(hours).toMillis(),
                level,
                k,
                lift,
                atWork,
                oneIn);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
