/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.city.City;
import io.fuselink.city.CityPlan;
import io.fuselink.city.Truth;
import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import io.fuselink.jobs.JobAccounts;
import io.fuselink.jobs.OutputFiles;
import io.fuselink.jobs.io.IngestWatermarks;
import io.fuselink.jobs.steps.ScoreNumbers.ScorerSource;
import io.fuselink.jobs.topology.DetectionSettings;
import io.fuselink.jobs.topology.DetectionTopology;
import io.fuselink.jobs.types.CompactType;
import io.fuselink.sandbox.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A whole city through the streaming detection in this process, flat out and without servers: nobody
 * acknowledges or decides, so it shows what the detection asks for and not how it ends. For cities and
 * days too large to play through a broker.
 */
public final class Rehearsal {
    /** Alarms ring this long after the last event, so that what was open can end. */
    private static final long AFTERGLOW_MS = 1_800_000;

    private final Path out;
    private final ScorerSource scorer;
    private final int parallelism;
    private final Progress progress;

    /**
     * @param out a folder for each city's outputs and truth comes into it
     */
    public Rehearsal(Path out, ScorerSource scorer, int parallelism, Progress progress) {
        this.out = out;
        this.scorer = scorer;
        this.parallelism = parallelism;
        this.progress = progress;
    }

    /** Plays one city and holds what was told against the truth. */
    public Rehearsed play(CityPlan plan) throws Exception {
        var city = City.of(plan);
        var truth = city.truth();
        var folder = out.resolve(name(plan));
        Files.createDirectories(folder);
        truth.writeTo(folder.resolve(Truth.FILE_NAME));
        var accounts = run(plan, records(truth), folder);
        return Rehearsed.of(plan, TruthCheck.of(city, OutputRecords.ofFolder(folder)), accounts);
    }

    private static String name(CityPlan plan) {
        return String.format(Locale.ROOT, "seed-%d-intensity-%.2f", plan.seed(), plan.intensity());
    }

    private static long records(Truth truth) {
        return truth.records().values().stream().mapToLong(Long::longValue).sum();
    }

    private JobAccounts run(CityPlan plan, long records, Path folder) throws Exception {
        return new LocalJob("playing " + name(plan), progress)
                .run(parallelism, env -> define(env, plan, records, folder));
    }

    private void define(StreamExecutionEnvironment env, CityPlan plan, long records, Path folder) {
        env.getConfig().enableObjectReuse();
        var settings = DetectionSettings.streaming().until(plan.endMs() + AFTERGLOW_MS);
        OutputFiles.write(
                DetectionTopology.build(feeds(env, plan, records), settings, scorer), folder);
    }

    /** All feeds in one stream, in the order of their arrival: the slowest of them sets the lateness. */
    private static EnumMap<Feed, DataStream<Received>> feeds(
            StreamExecutionEnvironment env, CityPlan plan, long records) {
        var source =
                new DataGeneratorSource<>(
                        new CityRecords(plan), records, CompactType.forRecord(Received.class));
        DataStream<Received> city =
                env.fromSource(source, IngestWatermarks.of(Feed.CALLS), "city")
                        .uid("city")
                        .setParallelism(1);
        var feeds = new EnumMap<Feed, DataStream<Received>>(Feed.class);
        for (var feed : Feed.values()) {
            feeds.put(feed, city);
        }
        return feeds;
    }
}
