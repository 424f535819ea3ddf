/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.events.Feed;
import io.fuselink.jobs.ExportFeatures;
import io.fuselink.jobs.JobAccounts;
import io.fuselink.jobs.ReplayCalls;
import io.fuselink.jobs.ReplayPlan;
import io.fuselink.jobs.steps.ScoreNumbers.ScorerSource;
import io.fuselink.sandbox.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A batch job over files in this process: no broker, no Elasticsearch. */
public final class BatchRun {
    private static final MemorySize SORTING = MemorySize.ofMebiBytes(256);

    private final ReplayPlan plan;
    private final Progress progress;

    public BatchRun(ReplayPlan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** Replays the plan's files through the detection and writes {@code summary.json} beside the outputs. */
    public Summary replay(int parallelism) throws Exception {
        var startNs = System.nanoTime();
        var cpu = new CpuClock();
        var accounts =
                run(parallelism, env -> ReplayCalls.define(env, plan, ScorerSource.shipped()));
        var eventsIn = eventsIn(accounts);
        var total = Math.max(1, eventsIn.values().stream().mapToLong(Long::longValue).sum());
        var summary =
                Summary.of(eventsIn, accounts, OutputRecords.ofFolder(plan.out()))
                        .put(
                                "throughput_events_per_s",
                                Math.round(total / ((System.nanoTime() - startNs) / 1e9)))
                        .put("cpu_us_per_event", Math.round(10 * cpu.usedUs() / total) / 10.0);
        summary.writeTo(plan.out());
        return summary;
    }

    /**
     * Reads profiles out of the serving step into {@code snapshots.jsonl}.
     *
     * @param hearing the text model that hears the calls, empty for none
     */
    public JobAccounts exportSnapshots(int parallelism, Optional<Path> hearing) throws Exception {
        return run(parallelism, env -> ExportFeatures.define(env, plan, hearing));
    }

    private JobAccounts run(int parallelism, Consumer<StreamExecutionEnvironment> job)
            throws Exception {
        Files.createDirectories(plan.out());
        return new LocalJob("replaying", progress).sortingIn(SORTING).run(parallelism, job);
    }

    private static Map<Feed, Long> eventsIn(JobAccounts accounts) {
        var in = new EnumMap<Feed, Long>(Feed.class);
        for (var feed : Feed.values()) {
            if (accounts.received(feed) > 0) {
                in.put(feed, accounts.received(feed));
            }
        }
        return in;
    }
}
