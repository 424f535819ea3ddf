/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs;

import io.fuselink.events.Output;
import io.fuselink.jobs.io.JobConfig;
import io.fuselink.jobs.io.elastic.BulkIndexSink;
import io.fuselink.jobs.io.kafka.KafkaOutputs;
import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Copies what the detection says from the output topics into Elasticsearch. A job of its own, so that
 * an Elasticsearch outage never delays a block.
 */
public final class IndexDocuments {
    /** Actions are for the parties; their legs tell analysts the same and more. */
    private static final Set<Output> COPIED = EnumSet.complementOf(EnumSet.of(Output.ACTIONS));

    private static final long CHECKPOINT_MS = 30_000;
    private static final long BUFFER_TIMEOUT_MS = 10;

    private IndexDocuments() {}

    public static void main(String... args) throws Exception {
        var config = JobConfig.fromArguments(args);
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.enableCheckpointing(CHECKPOINT_MS);
        // While Elasticsearch is away no checkpoint completes; that is no reason to start over.
        env.getCheckpointConfig().setTolerableCheckpointFailureNumber(Integer.MAX_VALUE);
        env.setBufferTimeout(BUFFER_TIMEOUT_MS);
        define(env, config);
        env.execute("index-documents");
    }

    /** From the output topics to the indices. */
    public static void define(StreamExecutionEnvironment env, JobConfig config) {
        KafkaOutputs.documents(env, COPIED, config.kafka())
                .sinkTo(BulkIndexSink.to(config.elastic()))
                .name("documents")
                .uid("documents-sink");
    }
}
