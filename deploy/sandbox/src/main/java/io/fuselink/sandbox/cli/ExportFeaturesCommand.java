/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.city.Truth;
import io.fuselink.jobs.ExportFeatures;
import io.fuselink.jobs.TrainingRows;
import io.fuselink.jobs.TrainingRows.Labels;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.texts.TextScorer;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.Progress;
import io.fuselink.sandbox.play.BatchRun;
import io.fuselink.sandbox.play.TruthLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Training rows from the serving step itself. */
@Command(
        name = "export-features",
        description =
                "Reads feed files through the serving step and writes the profiles it would have scored as training rows.",
        mixinStandardHelpOptions = true)
final class ExportFeaturesCommand implements Callable<Integer> {
    @Mixin private FeedFileOptions files;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description =
                    "A city's truth.json, for labels. Without it they come from the feeds cases, decisions and appeals among the files, as far as they are there.")
    private Path labels;

    @Option(
            names = "--bundles",
            paramLabel = "FILE",
            description =
                    "bundles.jsonl of a replay, or the topic's records as JSON lines: says whom the decisions and appeals are about.")
    private Path bundles;

    @Option(
            names = "--texts",
            paramLabel = "BUNDLE.zip",
            description =
                    "The text model that hears the running job's calls, so that its scores are features here too.")
    private Path texts;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Only rows from this time on, such as 2026-03-01T00:00:00+08:00.",
            converter = Moment.class)
    private Instant from = Instant.MIN;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "Only rows before this time. Profiles still rest on everything before.",
            converter = Moment.class)
    private Instant to = Instant.MAX;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the rows go, such as rows.csv.gz.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        LogFile.temporary();
        var progress = Progress.on(System.out);
        var known = labels();
        requireTextModel();
        var folder = Files.createTempDirectory("fuselink-export");
        new BatchRun(files.plan(folder), progress).exportSnapshots(2, Optional.ofNullable(texts));
        var snapshots = folder.resolve(ExportFeatures.SNAPSHOTS + ".jsonl");
        var rows = TrainingRows.write(snapshots, known, from, to, out);
        Files.delete(snapshots);
        Files.delete(folder);
        progress.say("%,d rows written to %s".formatted(rows, out));
        return ExitCodes.OK;
    }

    /** Before the feeds are read, not when the first transcript is. */
    private void requireTextModel() {
        if (texts != null) {
            TextScorer.of(ModelBundle.read(texts));
        }
    }

    private Labels labels() throws IOException {
        return labels == null
                ? Feedback.of(files.plan(out).feeds(), bundles)
                : TruthLabels.of(Truth.readFrom(labels));
    }
}
