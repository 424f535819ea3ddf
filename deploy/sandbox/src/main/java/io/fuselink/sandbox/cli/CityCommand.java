/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.city.City;
import io.fuselink.city.CityFiles;
import io.fuselink.city.CityPlan;
import io.fuselink.city.CityPlayer;
import io.fuselink.city.Truth;
import io.fuselink.events.Feed;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A synthetic city to rehearse on, as files or played into a broker. */
@Command(
        name = "city",
        description = {
            "Makes the feeds of a synthetic city, as files or into a broker.",
            "Files come with the truth about who is who. The same options always give the same bytes."
        },
        mixinStandardHelpOptions = true)
final class CityCommand implements Callable<Integer> {

    private static final List<String> FOR_FILES = List.of("--gzip");
    private static final List<String> FOR_A_BROKER = List.of("--speed", "--create-topics");

    @Spec private CommandSpec spec;

    @Mixin private CityOptions options;
    @Mixin private FaultOptions faults;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write FEED.jsonl files and truth.json into DIR, over what is there.")
    private Path out;

    @Option(names = "--gzip", description = "With --out: write FEED.jsonl.gz.")
    private boolean gzip;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "Play into the feeds' topics of this broker.")
    private String kafka;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "60",
            description =
                    "With --kafka: hours of the city in one hour; 0 = as fast as the broker takes it (default ${DEFAULT-VALUE}).")
    private double speed;

    @Option(
            names = "--create-topics",
            description =
                    "With --kafka: create the topics of feeds and outputs that are missing, with one partition each.")
    private boolean createTopics;

    @Override
    public Integer call() throws Exception {
        var city = City.of(plan());
        if (out != null) {
            write(city);
        } else {
            play(city);
        }
        return ExitCodes.OK;
    }

    private CityPlan plan() {
        if ((out == null) == (kafka == null)) {
            throw wrong("Give either --out DIR, for files, or --kafka HOST:PORT, for a broker");
        }
        for (var option : out == null ? FOR_FILES : FOR_A_BROKER) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw wrong(option + " goes with " + (out == null ? "--out" : "--kafka") + " only");
            }
        }
        if (!(speed >= 0)) {
            throw wrong("--speed " + speed + " is below 0");
        }
        return options.plan(faults.faults());
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private void write(City city) throws IOException {
        var progress = Progress.on(System.err);
        var watch = Executors.newSingleThreadScheduledExecutor();
        watch.scheduleAtFixedRate(
                () -> progress.waiting("%,d MB in %s so far".formatted(megabytes(), out)),
                1,
                1,
                TimeUnit.SECONDS);
        try {
            tell(CityFiles.write(city, out, gzip));
        } finally {
            watch.shutdownNow();
        }
        print("in " + out + ", with the truth in " + out.resolve(Truth.FILE_NAME));
    }

    private long megabytes() {
        try (var files = Files.list(out)) {
            return files.mapToLong(file -> file.toFile().length()).sum() >> 20;
        } catch (IOException e) {
            return 0; // the folder is not there yet
        }
    }

    private void play(City city) throws InterruptedException {
        var broker = Broker.at("--kafka", kafka);
        if (createTopics) {
            broker.createTopics(Broker.feedsAndOutputs());
        }
        broker.requireTopics(Broker.feeds());
        var progress = Progress.on(System.err);
        var plan = city.plan();
        try (var player =
                new CityPlayer(
                        kafka,
                        speed,
                        (records, time) ->
                                progress.waiting(
                                        "%,d records, %d %% of the city's time"
                                                .formatted(records, share(time, plan))))) {
            tell(player.play(city).sent());
        } catch (IllegalStateException | KafkaException e) {
            throw OperatorError.badInput(
                    "--kafka %s did not take the city (%s); check that the broker is up and that you may write."
                            .formatted(kafka, e.getMessage().replaceAll("[.\\s]+$", "")),
                    e);
        }
        print("in the topics of " + kafka + ", clock ticks included");
    }

    private static long share(long time, CityPlan plan) {
        return Math.min(100, Math.round(100.0 * (time - plan.startMs()) / plan.lengthMs()));
    }

    private void tell(Map<Feed, Long> records) {
        new TreeMap<>(records)
                .forEach(
                        (feed, count) ->
                                print(
                                        String.format(
                                                Locale.ROOT, "%,12d %s", count, feed.wireName())));
        print(
                String.format(
                        Locale.ROOT,
                        "%,12d records",
                        records.values().stream().mapToLong(Long::longValue).sum()));
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }
}
