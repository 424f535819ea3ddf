/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.Progress;
import io.fuselink.sandbox.SandboxServers;
import io.fuselink.sandbox.play.SandboxPlan;
import io.fuselink.sandbox.play.SandboxRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole path on this machine: a city, a broker, the jobs, Elasticsearch and the parties that act. */
@Command(
        name = "sandbox",
        description =
                "Plays a small synthetic city through a real Kafka, Flink and Elasticsearch on 127.0.0.1.",
        mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {
    @Mixin private ServerOptions options;
    @Mixin private CityOptions city;

    @Option(
            names = "--once",
            description =
                    "Play, drain, write DIR/summary.json and end; exit 0 only if every event is accounted for.")
    private boolean once;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "180",
            description = "City seconds per second; 0 = flat out (default ${DEFAULT-VALUE}).")
    private double speed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for outputs, truth and summary.json; needed with --once.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        var plan = plan();
        var progress = Progress.on(System.out);
        try (var servers =
                        SandboxServers.start(
                                options.ports(), options.workDir(), ServerOptions.SLOTS, progress);
                var run = SandboxRun.start(servers, plan, progress)) {
            if (once) {
                return playOnce(run, progress);
            }
            run.playAndStay();
            return ExitCodes.OK;
        }
    }

    private SandboxPlan plan() {
        if (once && out == null) {
            throw OperatorError.badInput("--once needs --out DIR, the folder for summary.json.");
        }
        if (speed < 0) {
            throw OperatorError.badInput(
                    "--speed " + speed + " is below 0; give a speed-up, or 0 for flat out.");
        }
        return new SandboxPlan(city.plan(), speed, out);
    }

    private Integer playOnce(SandboxRun run, Progress progress) throws Exception {
        var summary = run.playOnce();
        progress.say("Written to " + out + ": " + summary.headline());
        summary.cast().forEach(progress::say);
        summary.alarms().forEach(progress::say);
        summary.delays().forEach(progress::say);
        return Boolean.TRUE.equals(summary.get("conserved"))
                        && Boolean.TRUE.equals(summary.get("documents_complete"))
                ? ExitCodes.OK
                : ExitCodes.UNEXPECTED;
    }
}
