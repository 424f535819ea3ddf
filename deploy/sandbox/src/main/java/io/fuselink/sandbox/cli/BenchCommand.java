/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.Progress;
import io.fuselink.sandbox.bench.BenchPlan;
import io.fuselink.sandbox.bench.Benchmark;
import io.fuselink.sandbox.bench.DashboardBench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the pipeline costs on this machine. */
@Command(
        name = "bench",
        description = {
            "Loads a city into a real broker and measures what the whole pipeline makes of it.",
            "First flat out, for the sustained rate and the CPU of each step; then paced, for the latency."
        },
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    /** A month of a busy centre. */
    private static final long LEGS = 1_000_000;

    @Mixin private ServerOptions options;

    @Option(
            names = "--keys",
            paramLabel = "K",
            defaultValue = "100000",
            description = "Live numbers (default ${DEFAULT-VALUE}).")
    private int keys;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "2000000",
            description = "Wire events of the flat-out run (default ${DEFAULT-VALUE}).")
    private long events;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "0",
            description =
                    "Wire events per second of the paced run; 0 = 70 %% of the sustained rate (default ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--paced",
            paramLabel = "S",
            defaultValue = "60",
            description = "Seconds of the paced run (default ${DEFAULT-VALUE}).")
    private int pacedS;

    @Option(
            names = "--state",
            paramLabel = "BACKEND",
            defaultValue = "heap",
            description =
                    "Where state is kept: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private BenchPlan.StateBackend state;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Same seed, same events (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Write what was measured here.")
    private Path json;

    @Option(
            names = "--flame-graph",
            paramLabel = "FILE",
            description = "Record the flat-out run and write a flame graph, one HTML page.")
    private Path flameGraph;

    @Option(
            names = "--dashboards",
            description =
                    "Instead, measure how fast dashboards are answered over a million leg documents.")
    private boolean dashboards;

    @Override
    public Integer call() throws Exception {
        if (dashboards) {
            DashboardBench.run(options.ports(), options.workDir(), LEGS, Progress.on(System.out))
                    .forEach(System.out::println);
            return ExitCodes.OK;
        }
        var plan =
                new BenchPlan(
                        keys, events, rate, Duration.ofSeconds(pacedS), state, seed, flameGraph);
        var progress = Progress.on(System.out);
        var report =
                Benchmark.run(
                        plan, options.ports(), options.workDir(), ServerOptions.SLOTS, progress);
        report.lines().forEach(System.out::println);
        if (json != null) {
            report.writeTo(json);
        }
        return ExitCodes.OK;
    }
}
