/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.kafka;

import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import io.fuselink.events.codec.WireCodec;
import io.fuselink.jobs.io.IngestWatermarks;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The input feeds as they come from Kafka: one source per topic, time kept per partition. */
public final class KafkaFeeds {
    private static final String ALIGNED = "feeds";
    private static final Duration ALIGNMENT_INTERVAL = Duration.ofMillis(100);

    private KafkaFeeds() {}

    /** Reads one feed with tokens of any key. */
    public static SingleOutputStreamOperator<Received> read(
            StreamExecutionEnvironment env, Feed feed, KafkaSettings settings) {
        return read(env, feed, settings, new WireCodec());
    }

    /** Reads one feed; the operator's uid and name are {@code <feed>-source} until the caller gives others. */
    public static SingleOutputStreamOperator<Received> read(
            StreamExecutionEnvironment env, Feed feed, KafkaSettings settings, WireCodec codec) {
        var source =
                KafkaSource.<Received>builder()
                        .setProperties(settings.consumerProperties())
                        // Clients of one process must not share an id.
                        .setClientIdPrefix(settings.group() + "-" + feed.wireName())
                        .setTopics(feed.topic())
                        .setStartingOffsets(settings.start().offsets())
                        .setDeserializer(new FeedDeserializer(feed, codec))
                        .build();
        var name = feed.wireName() + "-source";
        return env.fromSource(source, watermarks(feed, settings), name).uid(name);
    }

    private static WatermarkStrategy<Received> watermarks(Feed feed, KafkaSettings settings) {
        var watermarks =
                IngestWatermarks.of(feed).withIdleness(Duration.ofMillis(settings.idleAfterMs()));
        return settings.alignmentDriftMs() == 0
                ? watermarks
                : watermarks.withWatermarkAlignment(
                        ALIGNED,
                        Duration.ofMillis(settings.alignmentDriftMs()),
                        ALIGNMENT_INTERVAL);
    }
}
