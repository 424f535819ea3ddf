/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.jobs.io.JobConfig;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.RunningSandbox;
import io.fuselink.sandbox.delays.Delay;
import io.fuselink.sandbox.delays.Delays;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long a deployment's orders and releases took, as its topics show it. */
@Command(
        name = "delays",
        description = {
            "Measures how long police pushes and releases of the last minutes took, our side apart from the parties'.",
            "It reads when each record was handed to Kafka, so the clocks of those who write there must agree."
        },
        mixinStandardHelpOptions = true)
final class DelaysCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @ArgGroup private Choice choice = new Choice();

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "60",
            description = "How far back, in minutes of the wall clock (default ${DEFAULT-VALUE}).")
    private int minutes;

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

    @Override
    public Integer call() {
        if (minutes < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--minutes " + minutes + " is below 1");
        }
        LogFile.temporary();
        var since = System.currentTimeMillis() - Duration.ofMinutes(minutes).toMillis();
        var out = spec.commandLine().getOut();
        Delays.of(client(), since).stream().map(Delay::line).forEach(out::println);
        return ExitCodes.OK;
    }

    private Map<String, String> client() {
        if (choice.config != null) {
            var config = JobConfig.load(choice.config);
            return reachable(Broker.of(choice.config, config), config.kafka().properties());
        }
        if (choice.kafka != null) {
            return reachable(
                    Broker.at("--kafka", choice.kafka), Map.of("bootstrap.servers", choice.kafka));
        }
        var sandbox =
                RunningSandbox.read()
                        .orElseThrow(
                                () ->
                                        OperatorError.badInput(
                                                "You have no sandbox running; start ./fuselink sandbox, or name a broker with --kafka HOST:PORT."));
        return reachable(
                Broker.at("The sandbox's Kafka", sandbox.kafka()),
                Map.of("bootstrap.servers", sandbox.kafka()));
    }

    private static Map<String, String> reachable(Broker broker, Map<String, String> client) {
        broker.requireTopics(Broker.feedsAndOutputs());
        return client;
    }
}
