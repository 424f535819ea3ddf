/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.kafka;

import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import io.fuselink.events.codec.WireCodec;
import io.fuselink.jobs.io.IngestWatermarks;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The input feeds as they come from Kafka, time kept per partition. Busy feeds have a source each; the
 * others, which bring a few records an hour, share one, since every source costs a consumer and a task.
 */
public final class KafkaFeeds {
    private static final String ALIGNED = "feeds";
    private static final Duration ALIGNMENT_INTERVAL = Duration.ofMillis(100);
    private static final Set<Feed> BUSY =
            EnumSet.of(Feed.CALLS, Feed.CDRS, Feed.BINDINGS, Feed.TRANSCRIPTS, Feed.SIGHTINGS);
    private static final String OTHERS = "other-feeds";

    private KafkaFeeds() {}

    /** Every feed, with tokens of any key; feeds that share a source share the stream. */
    public static Map<Feed, DataStream<Received>> readAll(
            StreamExecutionEnvironment env, KafkaSettings settings) {
        var streams = new EnumMap<Feed, DataStream<Received>>(Feed.class);
        var others = EnumSet.complementOf(EnumSet.copyOf(BUSY));
        BUSY.forEach(feed -> streams.put(feed, read(env, feed, settings, new WireCodec())));
        var shared = read(env, OTHERS, others, settings, new WireCodec());
        others.forEach(feed -> streams.put(feed, shared));
        return streams;
    }

    /** Reads one feed; the operator's uid and name are {@code <feed>-source}. */
    public static SingleOutputStreamOperator<Received> read(
            StreamExecutionEnvironment env, Feed feed, KafkaSettings settings, WireCodec codec) {
        return read(env, feed.wireName(), EnumSet.of(feed), settings, codec);
    }

    private static SingleOutputStreamOperator<Received> read(
            StreamExecutionEnvironment env,
            String name,
            Set<Feed> feeds,
            KafkaSettings settings,
            WireCodec codec) {
        var source =
                KafkaSource.<Received>builder()
                        .setProperties(
                                BUSY.containsAll(feeds)
                                        ? settings.busyConsumerProperties()
                                        : settings.consumerProperties())
                        // Clients of one process must not share an id.
                        .setClientIdPrefix(settings.group() + "-" + name)
                        .setTopics(feeds.stream().map(Feed::topic).toList())
                        .setStartingOffsets(settings.start().offsets())
                        .setDeserializer(new FeedDeserializer(codec))
                        .build();
        var uid = name + "-source";
        return env.fromSource(source, watermarks(lateness(feeds), settings), uid).uid(uid);
    }

    private static long lateness(Set<Feed> feeds) {
        var lateness = feeds.stream().mapToLong(Feed::latenessMs).distinct().toArray();
        if (lateness.length != 1) {
            throw new IllegalStateException(feeds + " do not share one lateness");
        }
        return lateness[0];
    }

    private static WatermarkStrategy<Received> watermarks(long latenessMs, KafkaSettings settings) {
        var watermarks =
                IngestWatermarks.of(latenessMs)
                        .withIdleness(Duration.ofMillis(settings.idleAfterMs()));
        return settings.alignmentDriftMs() == 0
                ? watermarks
                : watermarks.withWatermarkAlignment(
                        ALIGNED,
                        Duration.ofMillis(settings.alignmentDriftMs()),
                        ALIGNMENT_INTERVAL);
    }
}
