/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.jobs.io.ConfigException;
import io.fuselink.jobs.io.JobConfig;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.RunningSandbox;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which running deployment a command speaks to: the one named, or this user's sandbox. */
final class DeploymentOptions {

    @ArgGroup private Choice choice = new Choice();

    @Option(
            names = "--at",
            converter = Moment.class,
            paramLabel = "TIME",
            description =
                    "When it happened, such as 2026-03-02T09:30:00+08:00; now without it, which in a sandbox is the city's time.")
    private Instant at;

    private static final class Choice {
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
    }

    Deployment deployment() {
        var sandbox = RunningSandbox.read();
        if (choice.kafka != null || choice.config != null) {
            var broker = broker();
            return new Deployment(
                    broker, sandbox.filter(s -> s.kafka().equals(broker.address())), at);
        }
        var mine =
                sandbox.orElseThrow(
                        () ->
                                OperatorError.badInput(
                                        "You have no sandbox running; start ./fuselink sandbox, or name a broker with --kafka HOST:PORT."));
        return new Deployment(Broker.at("The sandbox's Kafka", mine.kafka()), sandbox, at);
    }

    private Broker broker() {
        try {
            return choice.kafka != null
                    ? Broker.at("--kafka", choice.kafka)
                    : Broker.of(choice.config, JobConfig.load(choice.config));
        } catch (ConfigException e) {
            throw OperatorError.badInput(e.getMessage(), e);
        }
    }
}
