/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.jobs.io.elastic.ElasticClient;
import io.fuselink.jobs.io.elastic.ElasticSettings;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.RunningSandbox;
import io.fuselink.sandbox.delays.Delay;
import io.fuselink.sandbox.delays.Delays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long a deployment's orders, releases and alerts took, as its topics and documents show it. */
@Command(
        name = "delays",
        description = {
            "Measures how long police pushes, releases and alerts of the last minutes took, our side apart from the parties'.",
            "It reads when each record was handed to Kafka and each document written, so the clocks of those who write there must agree."
        },
        mixinStandardHelpOptions = true)
final class DelaysCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @ArgGroup private BrokerChoice choice = new BrokerChoice();

    @Option(
            names = "--elastic",
            paramLabel = "URL",
            description =
                    "The deployment's Elasticsearch; without it that of --config or of the sandbox, and with --kafka no alert is measured.")
    private String elastic;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "60",
            description = "How far back, in minutes of the wall clock (default ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--drill",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "In your sandbox only: first order the block of N of its numbers, release each again, and measure these alone.")
    private int drill;

    @Override
    public Integer call() {
        if (minutes < 1) {
            throw wrong("--minutes " + minutes + " is below 1");
        }
        if (drill < 0) {
            throw wrong("--drill " + drill + " is below 0");
        }
        LogFile.temporary();
        var out = spec.commandLine().getOut();
        measured().stream().map(Delay::line).forEach(out::println);
        return ExitCodes.OK;
    }

    private List<Delay> measured() {
        var broker =
                choice.broker("start ./fuselink sandbox, or name a broker with --kafka HOST:PORT");
        broker.requireTopics(Broker.feedsAndOutputs());
        var settings = elasticsearch();
        if (settings.isEmpty()) {
            return Delays.of(broker.client(), null, since());
        }
        try (var client = ElasticClient.open(settings.get())) {
            var since = drill == 0 ? since() : drill(broker).run(client, drill);
            return Delays.of(broker.client(), client, since);
        } catch (UncheckedIOException | IOException e) {
            throw OperatorError.badInput(
                    "Elasticsearch at %s does not answer (%s); check the address and that it is up."
                            .formatted(settings.get().url(), e.getMessage()),
                    e);
        }
    }

    private long since() {
        return System.currentTimeMillis() - Duration.ofMinutes(minutes).toMillis();
    }

    private Drill drill(Broker broker) {
        if (choice.named().isPresent()) {
            throw wrong("--drill is for your own sandbox: real parties would be asked to act");
        }
        var sandbox = RunningSandbox.read();
        return new Drill(new Deployment(broker, sandbox, null), broker);
    }

    private Optional<ElasticSettings> elasticsearch() {
        return elastic != null ? Optional.of(ElasticSettings.of(elastic)) : choice.elasticsearch();
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
