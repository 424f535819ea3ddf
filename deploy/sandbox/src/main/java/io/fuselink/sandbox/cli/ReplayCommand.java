/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.Progress;
import io.fuselink.sandbox.play.BatchRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The same detection over files, in batch. */
@Command(
        name = "replay",
        description =
                "Runs the detection over files, without Kafka or Elasticsearch; the same events give the same ids.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Mixin private FeedFileOptions files;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description =
                    "Folder for findings, assessments, bundles, legs, dead letters and summary.json.")
    private Path out;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "2",
            description = "Tasks per step (default ${DEFAULT-VALUE}).")
    private int parallelism;

    @Override
    public Integer call() throws Exception {
        LogFile.temporary();
        var progress = Progress.on(System.out);
        var summary = new BatchRun(files.plan(out), progress).replay(parallelism);
        progress.say("Written to " + out + ": " + summary.headline());
        summary.transcripts()
                .forEach(
                        (provider, calls) ->
                                progress.say("transcripts of %s: %s".formatted(provider, calls)));
        return Boolean.TRUE.equals(summary.get("conserved")) ? ExitCodes.OK : ExitCodes.UNEXPECTED;
    }
}
