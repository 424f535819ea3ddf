/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs;

import io.fuselink.events.Output;
import io.fuselink.jobs.io.ConfigException;
import io.fuselink.jobs.io.JobConfig;
import io.fuselink.jobs.io.kafka.KafkaFeeds;
import io.fuselink.jobs.io.kafka.KafkaOutputs;
import io.fuselink.jobs.io.kafka.KafkaSettings;
import io.fuselink.jobs.steps.ScoreNumbers.ScorerSource;
import io.fuselink.jobs.topology.DetectionSettings;
import io.fuselink.jobs.topology.DetectionStreams;
import io.fuselink.jobs.topology.DetectionTopology;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The running detection: every feed from Kafka, every output to Kafka. */
public final class DetectCalls {
    private static final long CHECKPOINT_MS = 30_000;

    private DetectCalls() {}

    public static void main(String... args) throws Exception {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.enableCheckpointing(CHECKPOINT_MS);
        define(env, JobConfig.fromArguments(args));
        env.execute("detect-calls");
    }

    /** From the input topics to the output topics. */
    public static void define(StreamExecutionEnvironment env, JobConfig config) {
        // Everything that travels is an immutable record, so chained steps may share it.
        env.getConfig().enableObjectReuse();
        // Rare records leave at once; the topology says which steps gather theirs.
        env.setBufferTimeout(0);
        var settings = settings(config);
        var tasks =
                settings.tailParallelism() == 0 ? env.getParallelism() : settings.tailParallelism();
        write(
                DetectionTopology.build(
                        KafkaFeeds.readAll(env, config.kafka()),
                        settings,
                        config.modelRegistry()
                                .map(ScorerSource::registry)
                                .orElseGet(ScorerSource::shipped)),
                config.kafka(),
                tasks);
    }

    private static DetectionSettings settings(JobConfig config) {
        try {
            return DetectionSettings.streaming().with(config.detection());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(e.getMessage(), e);
        }
    }

    private static void write(DetectionStreams streams, KafkaSettings kafka, int tasks) {
        sink(streams.findings(), Output.FINDINGS, kafka, tasks);
        sink(streams.assessments(), Output.ASSESSMENTS, kafka, tasks);
        sink(streams.bundles(), Output.BUNDLES, kafka, tasks);
        sink(streams.legs(), Output.LEGS, kafka, tasks);
        sink(streams.actions(), Output.ACTIONS, kafka, tasks);
        sink(streams.pages(), Output.PAGES, kafka, tasks);
        sink(streams.deadLetters(), Output.DEAD_LETTERS, kafka, tasks);
        sink(streams.health(), Output.HEALTH, kafka, tasks);
        sink(streams.cards(), Output.CARDS, kafka, tasks);
        sink(streams.proofs(), Output.PROOFS, kafka, tasks);
        sink(streams.receipts(), Output.RECEIPTS, kafka, tasks);
    }

    private static <T extends Record> void sink(
            DataStream<T> records, Output output, KafkaSettings kafka, int tasks) {
        var name = output.wireName() + "-sink";
        records.sinkTo(KafkaOutputs.sink(output, kafka)).uid(name).name(name).setParallelism(tasks);
    }
}
