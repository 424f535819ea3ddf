/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.delays;

import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Output;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.events.codec.WireCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A deployment's topics from a moment of the wall clock on, each record with its stamp. */
final class StampedTopics {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> client;
    private final long since;
    private final WireCodec feeds = new WireCodec();
    private final JsonCodec outputs = new JsonCodec();

    /**
     * @param client settings of a Kafka client, with {@code bootstrap.servers}
     * @param since epoch ms of the wall clock; 0 for everything that is kept
     */
    StampedTopics(Map<String, ?> client, long since) {
        this.client = new HashMap<>(client);
        this.client.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.client.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.since = since;
    }

    /** Events of a feed that can be understood. */
    List<Stamped<Event>> of(Feed feed) {
        var events = new ArrayList<Stamped<Event>>();
        read(
                feed.topic(),
                r -> {
                    var event = feeds.decode(feed, r.value(), "", r.timestamp()).event();
                    // Heartbeats travel in every feed's topic.
                    if (event != null && event.feed() == feed) {
                        events.add(new Stamped<>(event, r.timestamp()));
                    }
                });
        return events;
    }

    <T extends Record> List<Stamped<T>> of(Output output, Class<T> type) {
        var records = new ArrayList<Stamped<T>>();
        read(
                output.topic(),
                r ->
                        records.add(
                                new Stamped<>(
                                        outputs.decodeOutput(type, r.value()), r.timestamp())));
        return records;
    }

    private void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (var consumer =
                new KafkaConsumer<>(
                        client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            begin(consumer, partitions, ends);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(POLL).forEach(each);
            }
        }
    }

    private void begin(
            KafkaConsumer<byte[], byte[]> consumer,
            List<TopicPartition> partitions,
            Map<TopicPartition, Long> ends) {
        var times = new HashMap<TopicPartition, Long>();
        partitions.forEach(p -> times.put(p, since));
        consumer.offsetsForTimes(times)
                .forEach((p, at) -> consumer.seek(p, at == null ? ends.get(p) : at.offset()));
    }
}
