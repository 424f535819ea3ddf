/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.Feed;
import io.fuselink.events.adapter.Placed;
import io.fuselink.events.codec.WireCodec;
import io.fuselink.sandbox.OperatorError;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A feed's topic read by an operator: all that lies in it now, or what comes during some seconds; no offset is kept. */
final class FeedTopic implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);

    /** Heartbeats that gateways write into any topic; they are of another feed. */
    private static final String FEED_HEADER = "fuselink-feed";

    private static final WireCodec CODEC = new WireCodec();

    private final Feed feed;
    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final String address;

    /**
     * @param client the Kafka client's settings, with its address
     */
    FeedTopic(Feed feed, String topic, Map<String, String> client) {
        this.feed = feed;
        this.topic = topic;
        this.address = client.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG);
        var settings = new HashMap<String, Object>(client);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        try {
            consumer =
                    new KafkaConsumer<>(
                            settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            partitions =
                    consumer.partitionsFor(topic, PATIENCE).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
        } catch (KafkaException e) {
            throw failed(e);
        }
        if (partitions.isEmpty()) {
            throw OperatorError.badInput(
                    "%s has no topic %s; name it with --topic when it is called otherwise."
                            .formatted(address, topic));
        }
    }

    /** Reads everything that lies in the topic at this moment. */
    void readAll(Consumer<Placed> records) {
        try {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (var record : consumer.poll(POLL)) {
                    var end = ends.get(new TopicPartition(topic, record.partition()));
                    if (record.offset() < end) {
                        take(record, records);
                    }
                }
            }
        } catch (KafkaException e) {
            throw failed(e);
        }
    }

    /** From now on, nothing of before. */
    void startAtEnd() {
        try {
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position); // seeks now, not at the first poll
        } catch (KafkaException e) {
            throw failed(e);
        }
    }

    /** Reads what has come since the last time. */
    void readNew(Consumer<Placed> records) {
        try {
            consumer.poll(POLL).forEach(record -> take(record, records));
        } catch (KafkaException e) {
            throw failed(e);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, Consumer<Placed> records) {
        if (record.headers().lastHeader(FEED_HEADER) == null) {
            var position = record.partition() + "@" + record.offset();
            var received = CODEC.decode(feed, record.value(), position, record.timestamp());
            records.accept(new Placed(received, position));
        }
    }

    private OperatorError failed(KafkaException e) {
        return OperatorError.badInput(
                "%s does not give %s (%s); check the address, the topic and that the broker is up."
                        .formatted(address, topic, String.valueOf(e.getMessage())),
                e);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
