/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs;

import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import io.fuselink.jobs.io.files.FileFeeds;
import io.fuselink.jobs.steps.ScoreNumbers.ScorerSource;
import io.fuselink.jobs.topology.DetectionSettings;
import io.fuselink.jobs.topology.DetectionStreams;
import io.fuselink.jobs.topology.DetectionTopology;
import java.util.EnumMap;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The same topology over files, in batch: no Kafka, no Elasticsearch, the same ids. */
public final class ReplayCalls {
    private ReplayCalls() {}

    /** From the plan's files to JSON lines in its folder. */
    public static void define(
            StreamExecutionEnvironment env, ReplayPlan plan, ScorerSource scorer) {
        OutputFiles.write(streams(env, plan, scorer), plan.out());
    }

    /** The topology behind the plan's files. */
    static DetectionStreams streams(
            StreamExecutionEnvironment env, ReplayPlan plan, ScorerSource scorer) {
        env.setRuntimeMode(RuntimeExecutionMode.BATCH);
        // Everything that travels is an immutable record, so chained steps may share it.
        env.getConfig().enableObjectReuse();
        var received = new EnumMap<Feed, DataStream<Received>>(Feed.class);
        plan.feeds()
                .forEach(
                        (feed, files) ->
                                received.put(
                                        feed,
                                        FileFeeds.read(
                                                env,
                                                feed,
                                                files,
                                                plan.mappings().get(feed),
                                                plan.tokenizer())));
        return DetectionTopology.build(received, DetectionSettings.batch(plan.horizon()), scorer);
    }
}
