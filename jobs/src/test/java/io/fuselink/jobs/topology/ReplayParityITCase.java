/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.city.City;
import io.fuselink.city.CityPlan;
import io.fuselink.city.WireRecord;
import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.jobs.ReplayCalls;
import io.fuselink.jobs.ReplayPlan;
import io.fuselink.jobs.io.files.FileFeeds;
import io.fuselink.jobs.io.files.JsonLinesSink;
import io.fuselink.jobs.order.Outcome;
import io.fuselink.jobs.steps.ScoreNumbers.ScorerSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Batch and stream say the same: the same hours of the city, replayed from files in batch and streamed
 * in an order shuffled inside the lateness, give the same findings, assessments, episodes, bundles and
 * legs, at any parallelism.
 */
class ReplayParityITCase {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The city's gateways take 250 ms at most, the feeds allow 300: this much may be shuffled. */
    private static final int JITTER_MS = 50;

    @RegisterExtension
    static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    @TempDir static Path folder;

    private static Map<String, TreeSet<String>> expected;
    private static ReplayPlan inOrder;

    @BeforeAll
    static void replayInOrder() throws Exception {
        inOrder = plan(new Random(0), 0, "in-order");
        expected = replay(inOrder, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void shuffledBatchSaysTheSame(int parallelism) throws Exception {
        var shuffled = plan(new Random(parallelism), JITTER_MS, "shuffled-batch-" + parallelism);

        assertThat(replay(shuffled, parallelism)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void shuffledStreamSaysTheSame(int parallelism) throws Exception {
        var shuffled =
                plan(new Random(10 + parallelism), JITTER_MS, "shuffled-stream-" + parallelism);

        assertThat(stream(shuffled, parallelism)).isEqualTo(expected);
    }

    /** Guards the comparison: two empty results would be equal too. */
    @Test
    void theCityGivesSomethingToCompare() {
        assertThat(expected.get("findings")).hasSizeGreaterThan(20);
        assertThat(expected.get("episodes")).hasSizeGreaterThan(2);
        assertThat(expected.get("bundles")).hasSizeGreaterThan(2);
        assertThat(expected.get("legs")).hasSizeGreaterThan(10);
    }

    private static Map<String, TreeSet<String>> replay(ReplayPlan plan, int parallelism)
            throws Exception {
        var env = environment(parallelism);
        ReplayCalls.define(env, plan, ScorerSource.silent());
        assertConserved(env.execute("replay"));
        return ids(plan.out());
    }

    private static Map<String, TreeSet<String>> stream(ReplayPlan plan, int parallelism)
            throws Exception {
        var env = environment(parallelism);
        var received = new EnumMap<Feed, DataStream<Received>>(Feed.class);
        plan.feeds()
                .forEach(
                        (feed, files) ->
                                received.put(
                                        feed,
                                        FileFeeds.read(env, feed, files, null, plan.tokenizer())));
        var settings = DetectionSettings.streaming().until(inOrder.horizon());
        var streams = DetectionTopology.build(received, settings, ScorerSource.silent());
        JsonLinesSink.write(streams.findings(), plan.out(), "findings");
        JsonLinesSink.write(streams.assessments(), plan.out(), "assessments");
        JsonLinesSink.write(streams.bundles(), plan.out(), "bundles");
        JsonLinesSink.write(streams.legs(), plan.out(), "legs");
        assertConserved(env.execute("stream"));
        return ids(plan.out());
    }

    private static StreamExecutionEnvironment environment(int parallelism) {
        var configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        var env = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        env.setParallelism(parallelism);
        return env;
    }

    private static void assertConserved(JobExecutionResult result) {
        var counts = new TreeMap<String, Object>(result.getAllAccumulatorResults());
        for (var feed : Feed.values()) {
            long in = count(counts, "events-in." + feed.wireName());
            var accounted = 0L;
            for (var outcome : Outcome.values()) {
                accounted += count(counts, outcome.counter(feed));
            }
            assertThat(accounted).as("%s accounted for in %s", feed, counts).isEqualTo(in);
            assertThat(count(counts, Outcome.LATE.counter(feed))).as("%s late", feed).isZero();
        }
    }

    private static long count(Map<String, Object> counts, String name) {
        return (long) counts.getOrDefault(name, 0L);
    }

    private static ReplayPlan plan(Random dice, int jitterMs, String name) throws IOException {
        var feeds = new EnumMap<Feed, List<Path>>(Feed.class);
        var records = new ArrayList<WireRecord>();
        City.of(new CityPlan(120, 2, 5)).forEach(records::add);
        var arrivals = new TreeMap<Long, List<WireRecord>>(Comparator.naturalOrder());
        for (var record : records) {
            var at = arrival(record) + (jitterMs == 0 ? 0 : dice.nextInt(jitterMs));
            arrivals.computeIfAbsent(at, t -> new ArrayList<>()).add(record);
        }
        var files = new EnumMap<Feed, OutputStream>(Feed.class);
        for (var at : arrivals.values()) {
            for (var record : at) {
                var path = folder.resolve(name + "-" + record.feed().wireName() + ".jsonl");
                if (!files.containsKey(record.feed())) {
                    files.put(record.feed(), Files.newOutputStream(path));
                    feeds.put(record.feed(), List.of(path));
                }
                files.get(record.feed()).write(record.toLine());
                files.get(record.feed()).write('\n');
            }
        }
        for (var file : files.values()) {
            file.close();
        }
        return new ReplayPlan(feeds, Map.of(), folder.resolve(name), Tokenizer::sandbox);
    }

    /** Feeds with a lateness may arrive in event order; the others only as they were accepted. */
    private static long arrival(WireRecord record) {
        return record.isGarbage() || record.feed().latenessMs() == 0
                ? record.ingestTime()
                : record.event().ts();
    }

    private static Map<String, TreeSet<String>> ids(Path out) throws IOException {
        var ids = new TreeMap<String, TreeSet<String>>();
        ids.put("findings", values(out, "findings", "id"));
        ids.put("assessments", values(out, "assessments", "id"));
        ids.put("episodes", values(out, "assessments", "episode_id"));
        ids.put("bundles", values(out, "bundles", "bundle_id"));
        ids.put("legs", values(out, "legs", "leg_id"));
        return ids;
    }

    private static TreeSet<String> values(Path out, String name, String field) throws IOException {
        var values = new TreeSet<String>();
        for (var line : Files.readAllLines(out.resolve(name + ".jsonl"))) {
            var value = JSON.readTree(line).get(field);
            if (value != null) {
                values.add(value.asText());
            }
        }
        return values;
    }
}
