/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Action;
import io.fuselink.events.Command;
import io.fuselink.events.Output;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.jobs.breaker.BreakerNews;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.Servers;
import io.fuselink.sandbox.TemporaryDirectory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An operator's detection from configuration to documents: a police push is obeyed, and lifted by a decision. */
class DetectITCase {

    private static final String KAFKA = Servers.kafka().bootstrapServers();
    private static final String TARGET = Tokenizer.sandbox().token("CN:M:13900139000");
    private static final String BUNDLE = BreakerNews.caseBundle("case-9", TARGET);

    @Test
    @Timeout(240)
    void aPushIsObeyedAndADecisionLiftsIt(@TempDir Path folder) throws Exception {
        var config =
                Files.writeString(
                        folder.resolve("detect.yml"),
                        """
                        kafka: {bootstrap.servers: "%s", group.id: detect-it}
                        elastic: {url: "%s"}
                        """
                                .formatted(KAFKA, Servers.elasticsearch().uri()));
        try (var elsewhere = TemporaryDirectory.of(folder);
                var topics = FeedTopics.create()) {
            var logOfTheTests = LogFile.current();
            var detection = detection(config);
            try {
                run(
                        "push --target 13900139000 --case case-9 --authority 440100 --instruction BLOCK --legal-basis law --seal s --sandbox-key --kafka "
                                + KAFKA);
                var applied = await(Command.APPLY);
                run("decide LIFT " + BUNDLE + " --by wang --reason mistaken --kafka " + KAFKA);
                assertThat(await(Command.LIFT).targetTk()).isEqualTo(TARGET);
                awaitDocument(applied.legId());
            } finally {
                detection.interrupt();
                detection.join();
                LogFile.use(logOfTheTests);
            }
        }
    }

    private static void run(String commandLine) {
        assertThat(Run.of(commandLine.split(" ", -1)).exit()).isEqualTo(ExitCodes.OK);
    }

    private static Thread detection(Path config) {
        var thread = new Thread(() -> Run.of("detect", "--config", config.toString()), "detect");
        thread.start();
        return thread;
    }

    /** The first action of this kind that a party is asked for in our bundle. */
    private static Action await(Command command) {
        try (var consumer = FeedTopics.consumer(Output.ACTIONS.topic())) {
            while (true) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    var action = new JsonCodec().decodeOutput(Action.class, record.value());
                    if (action.bundleId().equals(BUNDLE) && action.command() == command) {
                        return action;
                    }
                }
            }
        }
    }

    /** Asks again until the indexing job has been there. */
    private static void awaitDocument(String legId) throws Exception {
        var address = URI.create(Servers.elasticsearch().uri() + "/fuselink-legs/_doc/" + legId);
        var status = 0;
        while (status != 200) {
            status =
                    HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                            .statusCode();
        }
        assertThat(status).isEqualTo(200);
    }
}
