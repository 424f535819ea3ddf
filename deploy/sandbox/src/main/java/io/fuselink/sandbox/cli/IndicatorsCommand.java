/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.indicators.IndicatorCount;
import io.fuselink.sandbox.indicators.IndicatorFiles;
import io.fuselink.sandbox.indicators.Period;
import io.fuselink.sandbox.indicators.Prices;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The daily batch behind the responsibility ledger and the pilot's evaluation. */
@Command(
        name = "indicators",
        description = {
            "Counts the responsibility ledger and the pilot's indicators of a period, by carrier, platform, lessee and party.",
            "It reads the topics of a deployment, or with --outputs the files of a replay and a city; docs/indicators.md defines every figure."
        },
        mixinStandardHelpOptions = true)
final class IndicatorsCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ToldOptions told;
    @Mixin private PeriodOptions time;

    @Option(names = "--phase", paramLabel = "NAME", description = "The pilot's phase it lies in.")
    private String phase;

    @Option(
            names = "--k",
            paramLabel = "N",
            defaultValue = "10",
            description = "Fewest cases a public figure may speak of (default ${DEFAULT-VALUE}).")
    private int k;

    @Option(
            names = "--yuan-per-number",
            paramLabel = "YUAN",
            defaultValue = "40",
            description =
                    "What an account with a number costs an attacker (default ${DEFAULT-VALUE}).")
    private double yuanPerNumber;

    @Option(
            names = "--yuan-per-minute",
            paramLabel = "YUAN",
            defaultValue = "0.13",
            description = "What a minute of calling costs one (default ${DEFAULT-VALUE}).")
    private double yuanPerMinute;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where files go.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        time.check(spec);
        if (k < 1) {
            throw new ParameterException(spec.commandLine(), "--k " + k + " is below 1");
        }
        if (!(yuanPerNumber >= 0) || !(yuanPerMinute >= 0)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--yuan-per-number %s and --yuan-per-minute %s must be 0 or more"
                            .formatted(yuanPerNumber, yuanPerMinute));
        }
        LogFile.temporary();
        var period = new Period(time.from(), time.to(), phase);
        var source = told.told();
        var entries = IndicatorCount.of(source, period, new Prices(yuanPerNumber, yuanPerMinute));
        IndicatorFiles.write(entries, out, k, System.currentTimeMillis());
        var printer = spec.commandLine().getOut();
        printer.printf("%d figures written to %s%n", entries.size(), out);
        ToldOptions.tellUnreadable(source, printer);
        told.index(entries, printer);
        return ExitCodes.OK;
    }
}
