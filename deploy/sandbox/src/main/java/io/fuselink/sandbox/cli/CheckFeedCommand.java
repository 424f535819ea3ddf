/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.Feed;
import io.fuselink.events.adapter.Adapter;
import io.fuselink.events.adapter.MappedFile;
import io.fuselink.events.adapter.Mapping;
import io.fuselink.events.adapter.MappingException;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.jobs.io.JobConfig;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.Progress;
import io.fuselink.sandbox.check.CheckReport;
import io.fuselink.sandbox.check.FeedCheck;
import io.fuselink.sandbox.check.Tally;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.CommonClientConfigs;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether files or topics keep the contract of their feeds, each record by itself and all of them together. */
@Command(
        name = "check-feed",
        description = {
            "Checks files or topics against the contract of their feeds (docs/feeds.md).",
            "Counts what breaks it, by reason and with the first places; the exit code is then 2. Several at once are also checked against each other: calls with bindings, CDRs with calls, transcripts with calls. With a key, tokens made with another key break it too.",
            "",
            "  check-feed calls calls.jsonl bindings bindings.jsonl cdrs cdrs.csv",
            "  check-feed --adapter aliyun-secret-report pushes.json",
            "  check-feed --kafka localhost:9092 calls bindings cdrs",
            ""
        },
        mixinStandardHelpOptions = true)
final class CheckFeedCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private KeyOptions key;
    @Mixin private AdapterOptions adapters;

    @Parameters(
            arity = "1..*",
            paramLabel = "FEED FILE",
            description =
                    "Pairs of a feed (calls, cdrs, bindings, transcripts …) or adapter and a .csv, .tsv, .jsonl or, for an adapter, .json file, or one of them with .gz; files alone with --adapter, feeds alone with --kafka.")
    private List<String> words;

    @Option(
            names = "--mapping",
            paramLabel = "M.yml",
            description =
                    "How the file's columns become the feed's fields, when their names differ; with several files FEED=M.yml, as often as needed.")
    private List<String> mappings = List.of();

    @Option(
            names = "--adapter",
            paramLabel = "NAME",
            converter = AdapterOptions.Name.class,
            description = "Every file holds what a provider pushes, see docs/feeds.md.")
    private Adapter adapter;

    @ArgGroup private Cluster cluster;

    private static final class Cluster {
        @Option(
                names = {"--kafka", "--bootstrap-servers"},
                paramLabel = "HOST:PORT",
                description = "Read the feeds' topics from this Kafka.")
        private String address;

        @Option(
                names = "--config",
                paramLabel = "FILE",
                description =
                        "Read them from the Kafka of this configuration, as for detect, when it has security.")
        private Path config;
    }

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "The topic of the one feed, when it is not fuselink.FEED.v1.")
    private String topic;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description =
                    "Listen to the topics for N seconds; without it, read all that lies in them now.")
    private Integer seconds;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    private final Progress progress = Progress.on(System.err);

    /** A file to read, and as what. */
    private record FeedFile(Feed feed, Path file, Mapping mapping) {}

    @Override
    public Integer call() {
        var report = cluster == null ? files() : topics();
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(report.json());
        } else {
            report.print(out);
        }
        out.flush();
        return report.clean() ? ExitCodes.OK : ExitCodes.BAD_INPUT;
    }

    private CheckReport files() {
        var files = adapter == null ? pairs() : pushes();
        files.sort(Comparator.comparing(FeedFile::feed, FeedCheck.ORDER));
        var check = new FeedCheck(live(), !key.configured(), true);
        files.forEach(file -> read(file, check));
        return check.finish();
    }

    private void read(FeedFile file, FeedCheck check) {
        var tally = check.source(file.file().toString(), file.feed());
        try (var records =
                MappedFile.placed(file.file(), file.feed(), file.mapping(), tokenizer())) {
            records.forEach(
                    placed -> {
                        check.add(tally, placed);
                        waiting(tally);
                    });
        } catch (MappingException e) {
            throw OperatorError.badInput(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw OperatorError.badInput(
                    "%s cannot be read to its end (%s)."
                            .formatted(file.file(), e.getCause().getMessage()),
                    e);
        }
    }

    private void waiting(Tally tally) {
        progress.waiting(() -> "%,d records so far".formatted(tally.records()));
    }

    private List<FeedFile> pushes() {
        var files = new ArrayList<FeedFile>();
        words.forEach(word -> files.add(file(adapter, Path.of(word))));
        return files;
    }

    private List<FeedFile> pairs() {
        if (words.size() % 2 != 0) {
            throw usage(
                    "'"
                            + words.get(words.size() - 1)
                            + "' stands alone; files are given as FEED FILE, such as calls calls.jsonl");
        }
        var files = new ArrayList<FeedFile>();
        for (var i = 0; i < words.size(); i += 2) {
            var path = Path.of(words.get(i + 1));
            var pushed = Adapter.named(words.get(i));
            files.add(
                    pushed.isPresent() ? file(pushed.get(), path) : file(feed(words.get(i)), path));
        }
        return files;
    }

    private FeedFile file(Adapter pushed, Path path) {
        return new FeedFile(pushed.feed(), path, adapters.mapping(pushed));
    }

    private FeedFile file(Feed feed, Path path) {
        return new FeedFile(feed, path, mapping(feed));
    }

    private Mapping mapping(Feed feed) {
        for (var given : mappings) {
            var named = given.startsWith(feed.wireName() + "=");
            if (named || words.size() == 2) {
                return Mapping.read(
                        Path.of(named ? given.substring(feed.wireName().length() + 1) : given));
            }
        }
        return null;
    }

    private Feed feed(String word) {
        return Feed.named(word.toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () ->
                                usage(
                                        "'"
                                                + word
                                                + "' is not a feed; the feeds are "
                                                + FeedName.ALL
                                                + "; the adapters are "
                                                + Adapter.words()));
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private CheckReport topics() {
        var feeds = words.stream().map(this::feed).distinct().sorted(FeedCheck.ORDER).toList();
        if (topic != null && feeds.size() > 1) {
            throw usage("--topic names the topic of one feed, and there are " + feeds.size());
        }
        var check = new FeedCheck(live(), false, seconds == null);
        if (seconds == null) {
            feeds.forEach(feed -> readAll(feed, check));
        } else {
            listen(feeds, check);
        }
        return check.finish();
    }

    private void readAll(Feed feed, FeedCheck check) {
        try (var records = open(feed)) {
            var tally = check.source(topic(feed), feed);
            records.readAll(
                    placed -> {
                        check.add(tally, placed);
                        waiting(tally);
                    });
        }
    }

    private void listen(List<Feed> feeds, FeedCheck check) {
        var open = new LinkedHashMap<FeedTopic, Tally>();
        try {
            for (var feed : feeds) {
                var records = open(feed);
                open.put(records, check.source(topic(feed), feed));
                records.startAtEnd();
            }
            var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
            while (System.nanoTime() < end) {
                open.forEach(
                        (records, tally) -> records.readNew(placed -> check.add(tally, placed)));
                progress.waiting("listening");
            }
        } finally {
            open.keySet().forEach(FeedTopic::close);
        }
    }

    private FeedTopic open(Feed feed) {
        var client =
                cluster.address != null
                        ? Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, cluster.address)
                        : JobConfig.load(cluster.config).kafka().properties();
        return new FeedTopic(feed, topic(feed), client);
    }

    private String topic(Feed feed) {
        return topic == null ? feed.topic() : topic;
    }

    /** Null when any key will do. */
    private Tokenizer live() {
        return key.configured() ? key.tokenizer() : null;
    }

    /** Tokens made while checking leave with the process, so that any key will do, even the public one. */
    private Tokenizer tokenizer() {
        return key.configured() ? key.tokenizer() : Tokenizer.sandbox();
    }
}
