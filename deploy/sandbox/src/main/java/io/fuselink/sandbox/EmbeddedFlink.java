/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A Flink cluster in this JVM, with its web UI on 127.0.0.1, that runs every job submitted to its environments. */
public final class EmbeddedFlink implements AutoCloseable {

    private static final Duration HEARTBEAT = Duration.ofMillis(500);
    private static final MemorySize NETWORK_MEMORY = MemorySize.ofMebiBytes(128);

    /** For RocksDB's caches, where a benchmark asks for that state: nothing is taken before it is used. */
    private static final MemorySize MANAGED_MEMORY = MemorySize.ofMebiBytes(3072);

    /** State is written in small pieces; the default calls the kernel for each 4 KiB of them. */
    private static final int CHECKPOINT_WRITE_BYTES = 1 << 17;

    private final MiniCluster cluster;
    private final URI webUi;
    private final Configuration jobDefaults;

    private EmbeddedFlink(MiniCluster cluster, URI webUi, Configuration jobDefaults) {
        this.cluster = cluster;
        this.webUi = webUi;
        this.jobDefaults = jobDefaults;
    }

    /** Starts one task manager of {@code slots} slots; checkpoints lie in {@code workDir}. */
    public static EmbeddedFlink start(Path workDir, int port, int slots) {
        Configuration jobDefaults = jobDefaults(workDir);
        Configuration settings = clusterSettings(workDir, port);
        settings.addAll(jobDefaults);
        FileSystem.initialize(settings, null);
        MiniCluster cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(settings)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(slots)
                                .build());
        try {
            cluster.start();
            return new EmbeddedFlink(cluster, cluster.getRestAddress().get(), jobDefaults);
        } catch (Exception e) {
            throw OperatorError.environment(
                    "Flink does not start on port "
                            + port
                            + ": "
                            + e.getMessage()
                            + " (see "
                            + LogFile.current()
                            + ").",
                    e);
        }
    }

    /** An environment whose jobs run on this cluster with the classes of this JVM; {@code overrides} win over the defaults. */
    public StreamExecutionEnvironment environment(Configuration overrides) {
        Configuration settings = new Configuration(jobDefaults);
        settings.addAll(overrides);
        return StreamExecutionEnvironment.createRemoteEnvironment(
                webUi.getHost(), webUi.getPort(), settings);
    }

    /** The address of the web UI and of the REST interface. */
    public URI webUi() {
        return webUi;
    }

    @Override
    public void close() {
        try {
            cluster.closeAsync().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw OperatorError.environment("Flink does not stop: " + e.getMessage() + ".", e);
        }
    }

    private static Configuration jobDefaults(Path workDir) {
        return new Configuration()
                .set(PipelineOptions.GENERIC_TYPES, false)
                .set(StateBackendOptions.STATE_BACKEND, "hashmap")
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(30))
                // A job that cannot run shall say so, not try for ever.
                .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
                .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3)
                .set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem")
                .set(CheckpointingOptions.FS_WRITE_BUFFER_SIZE, CHECKPOINT_WRITE_BYTES)
                .set(
                        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                        workDir.resolve("checkpoints").toUri().toString())
                .set(
                        CheckpointingOptions.SAVEPOINT_DIRECTORY,
                        workDir.resolve("savepoints").toUri().toString());
    }

    private static Configuration clusterSettings(Path workDir, int port) {
        return new Configuration()
                .set(JobManagerOptions.ADDRESS, "127.0.0.1")
                // One task after the other writes its state: all at once would take the processor
                // from the calls.
                .set(CoreOptions.fileSystemConnectionLimitOut("file"), 1)
                .set(RestOptions.ADDRESS, "127.0.0.1")
                .set(RestOptions.BIND_ADDRESS, "127.0.0.1")
                .set(RestOptions.PORT, port)
                .set(RestOptions.BIND_PORT, String.valueOf(port))
                .set(CoreOptions.TMP_DIRS, workDir.resolve("tmp").toString())
                .set(WebOptions.TMP_DIR, workDir.resolve("tmp").toString())
                // Counters of running tasks travel with heartbeats; the default is every ten
                // seconds.
                .set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, HEARTBEAT)
                // A client's threads may outlive its job; the classes are the JVM's own and cannot
                // leak.
                .set(CoreOptions.CHECK_LEAKED_CLASSLOADER, false)
                .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED_MEMORY)
                // Unless both are set alike the cluster hangs at its start.
                .set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK_MEMORY)
                .set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK_MEMORY);
    }
}
