/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.golden;

import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Finding;
import io.fuselink.events.Leg;
import io.fuselink.events.Page;
import io.fuselink.events.Received;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.jobs.OutputFiles;
import io.fuselink.jobs.io.IngestWatermarks;
import io.fuselink.jobs.steps.ScoreNumbers.ScorerSource;
import io.fuselink.jobs.topology.DetectionSettings;
import io.fuselink.jobs.topology.DetectionTopology;
import io.fuselink.jobs.types.CompactType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Tells stories to the whole topology, as a stream or as a batch, and writes down what it makes of them. */
record Telling(RuntimeExecutionMode mode, int parallelism) {

    /** Alarms beyond it do not ring: after the last event, before the longest timeout. */
    private static final long HORIZON_MS = 2 * 24 * 3_600_000L;

    Outcome hear(List<Story> stories, Path folder) throws Exception {
        var configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        var env = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        env.setParallelism(parallelism);
        env.setRuntimeMode(mode);
        env.getConfig().enableObjectReuse();
        var horizon = latest(stories) + HORIZON_MS;
        var settings =
                mode == RuntimeExecutionMode.BATCH
                        ? DetectionSettings.batch(horizon)
                        : DetectionSettings.streaming().until(horizon);
        OutputFiles.write(
                DetectionTopology.build(feeds(env, stories), settings, ScorerSource.silent()),
                folder);
        env.execute(mode + " " + parallelism);
        return new Outcome(
                read(folder, "findings", Finding.class),
                read(folder, "assessments", Assessment.class),
                read(folder, "bundles", Bundle.class),
                read(folder, "legs", Leg.class),
                read(folder, "pages", Page.class));
    }

    private static long latest(List<Story> stories) {
        return stories.stream()
                .flatMap(story -> story.events().stream())
                .mapToLong(Event::ts)
                .max()
                .orElseThrow();
    }

    private static EnumMap<Feed, DataStream<Received>> feeds(
            StreamExecutionEnvironment env, List<Story> stories) {
        var told = new EnumMap<Feed, List<Received>>(Feed.class);
        stories.stream()
                .flatMap(story -> story.events().stream())
                .sorted(Comparator.comparingLong(event -> event.header().ingestTime()))
                .forEach(
                        event ->
                                told.computeIfAbsent(event.feed(), f -> new ArrayList<>())
                                        .add(Received.understood(event)));
        var feeds = new EnumMap<Feed, DataStream<Received>>(Feed.class);
        told.forEach(
                (feed, received) ->
                        feeds.put(
                                feed,
                                env.fromData(received, CompactType.forRecord(Received.class))
                                        .assignTimestampsAndWatermarks(IngestWatermarks.of(feed))
                                        .name(feed.wireName())));
        return feeds;
    }

    private static <T extends Record> List<T> read(Path folder, String name, Class<T> type)
            throws IOException {
        var codec = new JsonCodec();
        try (var lines = Files.lines(folder.resolve(name + ".jsonl"))) {
            return lines.map(
                            line -> codec.decodeOutput(type, line.getBytes(StandardCharsets.UTF_8)))
                    .toList();
        }
    }
}
