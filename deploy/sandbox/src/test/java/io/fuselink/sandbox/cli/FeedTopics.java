/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.codec.WireCodec;
import io.fuselink.sandbox.Servers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The topics of the wire contract on the shared broker, empty for one test and gone after it: their names are fixed, so
 * that tests cannot have topics of their own.
 */
final class FeedTopics implements AutoCloseable {

    private static final Map<String, Object> CLIENT =
            Map.of("bootstrap.servers", Servers.kafka().bootstrapServers());

    private FeedTopics() {}

    static FeedTopics create() {
        var topics = new FeedTopics();
        topics.close();
        Servers.kafka()
                .createTopics(
                        Broker.feedsAndOutputs().stream()
                                .collect(Collectors.toMap(topic -> topic, topic -> 1)));
        awaitLed();
        return topics;
    }

    /** The controller has made them; the broker hears of it, and leads them, a moment later. */
    private static void awaitLed() {
        try (var admin = Admin.create(CLIENT)) {
            while (!led(admin)) {
                Thread.onSpinWait();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean led(Admin admin) throws InterruptedException {
        try {
            return admin
                    .describeTopics(Broker.feedsAndOutputs())
                    .allTopicNames()
                    .get()
                    .values()
                    .stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .noneMatch(partition -> partition.leader() == null);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw new IllegalStateException(e);
        }
    }

    /** The one event of a feed. */
    Event only(Feed feed) {
        var events = read(feed, 1);
        assertThat(count(feed)).isEqualTo(1);
        return events.get(0);
    }

    /** The first events of a feed, waiting for them. */
    List<Event> read(Feed feed, int wanted) {
        var events = new ArrayList<Event>();
        try (var consumer = consumer(feed.topic())) {
            while (events.size() < wanted) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(
                                record -> {
                                    var received =
                                            new WireCodec().decode(feed, record.value(), "", 0);
                                    assertThat(received.deadLetter()).isNull();
                                    events.add(received.event());
                                });
            }
        }
        return events;
    }

    /** Records in a feed's topic now. */
    long count(Feed feed) {
        try (var consumer = consumer(feed.topic())) {
            return consumer.endOffsets(consumer.assignment()).values().iterator().next();
        }
    }

    static KafkaConsumer<byte[], byte[]> consumer(String topic) {
        var consumer =
                new KafkaConsumer<>(
                        CLIENT, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(topic, 0)));
        consumer.seekToBeginning(consumer.assignment());
        return consumer;
    }

    @Override
    public void close() {
        try (var admin = Admin.create(CLIENT)) {
            var deleted = admin.deleteTopics(Broker.feedsAndOutputs()).topicNameValues().values();
            for (var topic : deleted) {
                awaitDeleted(topic);
            }
            while (admin.listTopics().names().get().removeAll(Broker.feedsAndOutputs())) {
                // The controller has deleted them; the broker hears of it a moment later.
                Thread.onSpinWait();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitDeleted(KafkaFuture<Void> topic)
            throws ExecutionException, InterruptedException {
        try {
            topic.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
        }
    }
}
