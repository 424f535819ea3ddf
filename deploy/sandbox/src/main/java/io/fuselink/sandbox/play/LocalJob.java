/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.jobs.JobAccounts;
import io.fuselink.sandbox.Progress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A bounded Flink job in this process, run to its end: no broker, no Elasticsearch. */
final class LocalJob {
    private static final MemorySize NETWORK = MemorySize.ofMebiBytes(128);

    private final Configuration configuration =
            new Configuration()
                    .set(PipelineOptions.GENERIC_TYPES, false)
                    .set(RestOptions.BIND_PORT, "0")
                    .set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK)
                    .set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
    private final String doing;
    private final Progress progress;

    /**
     * @param doing what the job does, as progress says it and Flink names it
     */
    LocalJob(String doing, Progress progress) {
        this.doing = doing;
        this.progress = progress;
    }

    /** With so much memory for sorting, which batches need. */
    LocalJob sortingIn(MemorySize memory) {
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, memory);
        return this;
    }

    /** Runs what is defined on the environment, and tells what became of every record. */
    JobAccounts run(int parallelism, Consumer<StreamExecutionEnvironment> define) throws Exception {
        var env = StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
        define.accept(env);
        var client = env.executeAsync(doing);
        follow(client);
        return new JobAccounts(client.getJobExecutionResult().get().getAllAccumulatorResults());
    }

    private void follow(JobClient client) throws Exception {
        while (true) {
            try {
                client.getJobExecutionResult().get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException stillRunning) {
                progress.waiting(doing);
            }
        }
    }
}
