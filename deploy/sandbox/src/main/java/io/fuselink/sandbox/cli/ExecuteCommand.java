/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.Feed;
import io.fuselink.events.Output;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.executors.ActionDesk;
import io.fuselink.executors.ExecutorConfig;
import io.fuselink.executors.Inventory;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A party's hand: acts on the actions meant for it, answers, and ends every limit on time. */
@Command(
        name = "execute",
        description = {
            "Acts on the actions meant for one party, acknowledges them, and ends every limit on time, until Ctrl-C.",
            "Ends go by this machine's clock and by a journal on disk: they need neither the detection nor Kafka. Without a target in the configuration nothing is done and every answer says so."
        },
        mixinStandardHelpOptions = true)
final class ExecuteCommand implements Callable<Integer> {
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    @Spec private CommandSpec spec;
    @Mixin private KeyOptions key;

    @Option(
            names = "--party",
            paramLabel = "NAME",
            required = true,
            description = "Which party this is, as the centre's detection.parties calls it.")
    private String party;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description =
                    "YAML with kafka.*, journal and target; deploy/conf/execute.yml is an example.")
    private Path file;

    @Option(
            names = "--inventory",
            paramLabel = "FILE",
            description =
                    "The party's own numbers, bindings and leases, so that tokens lead back to them; what is not in it is refused as NOT_MINE.")
    private Path inventoryFile;

    @Override
    public Integer call() throws Exception {
        if (party.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--party is empty");
        }
        LogFile.temporary();
        var config = ExecutorConfig.load(file, System.getenv());
        var progress = Progress.on(System.out);
        var desk = open(config, inventory(config, progress), progress);
        progress.say(
                "%s acts%s on %s of %s; %d limits from before are kept in %s"
                        .formatted(
                                party,
                                config.dryRun() ? " in a dry run" : "",
                                Output.ACTIONS.topic(),
                                config.bootstrapServers(),
                                desk.limited(),
                                config.journal()));
        requireTopics(config, desk, progress);
        progress.say("Press Ctrl-C to stop; limits then end when it runs again.");
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(desk, ended, progress)));
        try {
            desk.run();
        } finally {
            ended.countDown();
        }
        return ExitCodes.OK;
    }

    private Inventory inventory(ExecutorConfig config, Progress progress) throws IOException {
        if (inventoryFile == null) {
            if (config.needsInventory()) {
                throw OperatorError.badInput(
                        "This target speaks of numbers, and actions of tokens; give the party's numbers with --inventory FILE.");
            }
            return null;
        }
        var inventory = Inventory.read(inventoryFile, tokenizer(config));
        progress.say(
                "%,d numbers, bindings and leases are the party's".formatted(inventory.size()));
        return inventory;
    }

    private Tokenizer tokenizer(ExecutorConfig config) {
        return key.chosen() || config.tokenKeyFile() == null
                ? key.tokenizer()
                : Tokenizer.fromFile(config.tokenKeyFile());
    }

    private ActionDesk open(ExecutorConfig config, Inventory inventory, Progress progress)
            throws IOException {
        try {
            return ActionDesk.open(party, config, inventory, InstantSource.system(), progress::say);
        } catch (KafkaException e) {
            throw OperatorError.badInput(
                    "%s: the Kafka client refuses its settings (%s); correct kafka.*."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** A broker that is wrong is said at once; one that is away must not keep anybody limited. */
    private void requireTopics(ExecutorConfig config, ActionDesk desk, Progress progress) {
        try {
            Broker.of(file, config)
                    .requireTopics(List.of(Output.ACTIONS.topic(), Feed.ACKS.topic()));
        } catch (OperatorError e) {
            if (desk.limited() == 0) {
                desk.close();
                desk.run(); // closed: gives back the journal and ends
                throw e;
            }
            progress.say(e.getMessage() + " Limits from before are kept and ended meanwhile.");
        }
    }

    private static void stop(ActionDesk desk, CountDownLatch ended, Progress progress) {
        desk.close();
        try {
            if (ended.await(LAST_WORDS.toSeconds(), TimeUnit.SECONDS)) {
                progress.say(
                        "Stopped; %d limits are kept in the journal".formatted(desk.limited()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
