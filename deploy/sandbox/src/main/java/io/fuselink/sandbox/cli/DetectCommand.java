/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.dashboards.PublishException;
import io.fuselink.dashboards.TemplatePublisher;
import io.fuselink.jobs.DetectCalls;
import io.fuselink.jobs.IndexDocuments;
import io.fuselink.jobs.io.ConfigException;
import io.fuselink.jobs.io.JobConfig;
import io.fuselink.jobs.io.elastic.ElasticClient;
import io.fuselink.jobs.io.elastic.ElasticSettings;
import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.Progress;
import io.fuselink.sandbox.WorkDir;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The detection against given brokers, on a Flink inside this process: a trial, not a production cluster. */
@Command(
        name = "detect",
        description = {
            "Runs the detection against your Kafka, until Ctrl-C.",
            "With elastic.* in the configuration it also copies what it says into Elasticsearch. Both jobs run inside this process and their state ends with it; in production submit the same jobs with the same file to a cluster (flink run)."
        },
        mixinStandardHelpOptions = true)
final class DetectCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description =
                    "YAML with kafka.* and, where documents are wanted, elastic.*; deploy/conf/detect.yml is an example.")
    private Path file;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "1",
            description = "Tasks of every step (default ${DEFAULT-VALUE}).")
    private int parallelism;

    @Option(
            names = "--web-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port of Flink's web UI on 127.0.0.1; a free one without it.")
    private int webPort;

    @Option(
            names = "--work-dir",
            paramLabel = "DIR",
            description = "Keep checkpoints and the log in DIR; a temporary directory without it.")
    private Path workDir;

    @Override
    public Integer call() throws Exception {
        if (parallelism < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--parallelism " + parallelism + " is below 1");
        }
        var progress = Progress.on(System.out);
        try {
            var config = JobConfig.load(file);
            prepare(config, progress);
            return run(config, progress);
        } catch (ConfigException | PublishException e) {
            throw OperatorError.badInput(e.getMessage(), e);
        }
    }

    private void prepare(JobConfig config, Progress progress) throws IOException {
        var broker = Broker.of(file, config);
        broker.requireTopics(Broker.feedsAndOutputs());
        progress.say("Kafka answers at " + broker.address());
        var elastic = elastic(config);
        if (elastic.isPresent()) {
            try (var client = ElasticClient.open(elastic.get())) {
                TemplatePublisher.publish(client);
            }
            progress.say("Elasticsearch has the index templates at " + elastic.get().url());
        }
    }

    private Integer run(JobConfig config, Progress progress) throws Exception {
        var work = workDir == null ? WorkDir.temporary() : WorkDir.kept(workDir);
        LogFile.in(work.path());
        try (var flink = LocalFlink.start(work, webPort, parallelism + 1)) {
            List<CompletableFuture<Void>> jobs = new ArrayList<>();
            jobs.add(
                    flink.run("detect-calls", parallelism, env -> DetectCalls.define(env, config)));
            if (elastic(config).isPresent()) {
                jobs.add(flink.run("index-documents", 1, env -> indexDocuments(env, config)));
            }
            progress.say(
                    "The detection runs, Flink's web UI is on %s, the log in %s"
                            .formatted(flink.webUi(), LogFile.current()));
            progress.say("Press Ctrl-C to stop.");
            throw flink.firstEnd(jobs);
        }
    }

    private static void indexDocuments(StreamExecutionEnvironment env, JobConfig config) {
        // While Elasticsearch is away no checkpoint completes; that is no reason to start over.
        env.getCheckpointConfig().setTolerableCheckpointFailureNumber(Integer.MAX_VALUE);
        IndexDocuments.define(env, config);
    }

    /** Empty when nothing is configured; what is configured wrongly was refused when the file was read. */
    private static Optional<ElasticSettings> elastic(JobConfig config) {
        try {
            return Optional.of(config.elastic());
        } catch (ConfigException nothingConfigured) {
            return Optional.empty();
        }
    }
}
