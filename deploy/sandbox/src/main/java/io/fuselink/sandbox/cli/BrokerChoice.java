/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.jobs.io.JobConfig;
import io.fuselink.jobs.io.elastic.ElasticSettings;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.RunningSandbox;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whose Kafka a command speaks to: the one named by its address or by a configuration, else that of this user's sandbox. */
final class BrokerChoice {
    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "The deployment's Kafka; without it, that of the sandbox you run.")
    private String kafka;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The deployment's configuration, as for detect, for a Kafka with security.")
    private Path config;

    /** The broker that was named; empty where none was. */
    Optional<Broker> named() {
        if (kafka != null) {
            return Optional.of(Broker.at("--kafka", kafka));
        }
        return configuration().map(configuration -> Broker.of(config, configuration));
    }

    /** The broker that was named, else the sandbox's. */
    Broker broker(String otherwise) {
        return named().orElseGet(() -> sandboxBroker(otherwise));
    }

    private static Broker sandboxBroker(String otherwise) {
        return Broker.at("The sandbox's Kafka", sandbox(otherwise).kafka());
    }

    /**
     * The sandbox that this user runs.
     *
     * @param otherwise what to do where there is none, as the end of a sentence
     */
    static RunningSandbox sandbox(String otherwise) {
        return RunningSandbox.read()
                .orElseThrow(
                        () ->
                                OperatorError.badInput(
                                        "You have no sandbox running; " + otherwise + "."));
    }

    /** The Elasticsearch that belongs to the broker; empty where nobody has named one. */
    Optional<ElasticSettings> elasticsearch() {
        if (kafka != null) {
            return Optional.empty();
        }
        if (config == null) {
            return RunningSandbox.read().map(s -> ElasticSettings.of(s.elastic()));
        }
        return configuration().filter(JobConfig::namesElastic).map(JobConfig::elastic);
    }

    private Optional<JobConfig> configuration() {
        return Optional.ofNullable(config).map(JobConfig::load);
    }
}
