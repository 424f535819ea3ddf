/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.kafka;

import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import io.fuselink.events.codec.WireCodec;
import io.fuselink.jobs.types.CompactType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Turns a Kafka record into an event or a dead letter; it never throws and never drops. */
final class FeedDeserializer implements KafkaRecordDeserializationSchema<Received> {
    /** Set on a record that belongs to another feed than its topic: a clock tick keeps a silent partition's time going. */
    static final String FEED_HEADER = "fuselink-feed";

    private static final long serialVersionUID = 1L;

    private static final Map<String, Feed> BY_TOPIC =
            Arrays.stream(Feed.values())
                    .collect(Collectors.toMap(Feed::topic, Function.identity()));

    private final WireCodec codec;

    FeedDeserializer(WireCodec codec) {
        this.codec = codec;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Received> out) {
        var position = record.partition() + "@" + record.offset();
        out.collect(codec.decode(feedOf(record), record.value(), position, record.timestamp()));
    }

    private Feed feedOf(ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader(FEED_HEADER);
        return header != null && isClock(header.value())
                ? Feed.CLOCK
                : BY_TOPIC.get(record.topic());
    }

    private static boolean isClock(byte[] name) {
        return Feed.CLOCK.wireName().equals(new String(name, StandardCharsets.UTF_8));
    }

    @Override
    public TypeInformation<Received> getProducedType() {
        return CompactType.forRecord(Received.class);
    }
}
