/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs;

import io.fuselink.jobs.io.files.JsonLinesSink;
import io.fuselink.jobs.steps.ScoreNumbers.ScorerSource;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Training rows: every profile the serving step would have scored, from the step itself. */
public final class ExportFeatures {
    /** Name of the file of snapshots. */
    public static final String SNAPSHOTS = "snapshots";

    private ExportFeatures() {}

    /**
     * From the plan's files to {@code snapshots.jsonl} in its folder.
     *
     * @param hearing the text model whose scores become features; empty where none hears the calls
     */
    public static void define(
            StreamExecutionEnvironment env, ReplayPlan plan, Optional<Path> hearing) {
        JsonLinesSink.write(
                ReplayCalls.streams(
                                env,
                                plan,
                                hearing.map(bundle -> ScorerSource.hearing(bundle.toString()))
                                        .orElseGet(ScorerSource::silent))
                        .snapshots(),
                plan.out(),
                SNAPSHOTS);
    }
}
