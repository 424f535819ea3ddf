/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Output;
import io.fuselink.events.codec.Format;
import io.fuselink.events.codec.WireCodec;
import io.fuselink.executors.ExecutorConfig;
import io.fuselink.jobs.io.JobConfig;
import io.fuselink.sandbox.OperatorError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Somebody's Kafka, as an operator named it; whatever is wrong with it is one sentence within seconds. */
final class Broker {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int REQUEST_TIMEOUT_MS = 5_000;
    private static final WireCodec CODEC = new WireCodec();

    private final String namedBy;
    private final String address;
    private final Map<String, String> client;

    private Broker(String namedBy, Map<String, String> client) {
        this.namedBy = namedBy;
        this.address = client.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
        this.client = client;
    }

    /** The broker at an address without security. */
    static Broker at(String option, String bootstrapServers) {
        return new Broker(
                option, Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** The broker of a job's configuration, with its security. */
    static Broker of(Path file, JobConfig config) {
        return new Broker(file + ": kafka.bootstrap.servers", config.kafka().properties());
    }

    /** The broker of a party's configuration, with its security. */
    static Broker of(Path file, ExecutorConfig config) {
        var client = new HashMap<String, String>();
        config.kafkaClient().forEach((key, value) -> client.put(key, value.toString()));
        return new Broker(file + ": kafka.bootstrap.servers", client);
    }

    String address() {
        return address;
    }

    /** Settings of a Kafka client that reaches it. */
    Map<String, String> client() {
        return client;
    }

    /** The topics of all input feeds. */
    static List<String> feeds() {
        return Arrays.stream(Feed.values()).map(Feed::topic).toList();
    }

    /** The topics that a running detection reads and writes. */
    static List<String> feedsAndOutputs() {
        return Stream.concat(feeds().stream(), Arrays.stream(Output.values()).map(Output::topic))
                .toList();
    }

    /** Returns when the broker answers and has the topics. */
    void requireTopics(Collection<String> needed) {
        var missing = missing(needed);
        if (!missing.isEmpty()) {
            throw OperatorError.badInput(
                    "%s %s has no topic %s; create what is missing (docs/feeds.md lists the topics)."
                            .formatted(namedBy, address, String.join(", ", missing)));
        }
    }

    /** Creates those of the topics that are missing, with one partition each and the broker's defaults. */
    void createTopics(Collection<String> wanted) {
        var missing = missing(wanted);
        try (var admin = admin()) {
            admin.createTopics(
                            missing.stream()
                                    .map(topic -> new NewTopic(topic, 1, (short) -1))
                                    .toList())
                    .all()
                    .get();
        } catch (ExecutionException | KafkaException e) {
            throw failed("cannot create topics", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private List<String> missing(Collection<String> topics) {
        var there = topics();
        return topics.stream().filter(topic -> !there.contains(topic)).sorted().toList();
    }

    private Set<String> topics() {
        try (var admin = admin()) {
            return admin.listTopics().names().get();
        } catch (ExecutionException | KafkaException e) {
            throw failed("does not answer", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Admin admin() {
        var settings = new HashMap<String, Object>(client);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return Admin.create(settings);
    }

    /** Writes one event to its feed's topic and waits until every replica has it. */
    RecordMetadata write(Event event) {
        var bytes = CODEC.encode(event, Format.JSON);
        var read = CODEC.decode(event.feed(), bytes, "", event.ts());
        if (read.event() == null) {
            throw OperatorError.badInput(
                    "The record would break the contract of %s (%s) and was not sent; correct the option behind that field."
                            .formatted(event.feed().wireName(), read.deadLetter().detail()));
        }
        requireTopics(List.of(event.feed().topic()));
        try (var producer = producer()) {
            return producer.send(
                            new ProducerRecord<>(event.feed().topic(), CODEC.key(event), bytes))
                    .get();
        } catch (ExecutionException | KafkaException e) {
            throw failed("does not take the record", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** What a feed's topic holds, without what cannot be read. */
    List<Event> read(Feed feed) {
        requireTopics(List.of(feed.topic()));
        try (var consumer = consumer()) {
            var partitions =
                    consumer.partitionsFor(feed.topic()).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var events = new ArrayList<Event>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (var record : consumer.poll(POLL)) {
                    var read = CODEC.decode(feed, record.value(), "", record.timestamp());
                    if (read.event() != null) {
                        events.add(read.event());
                    }
                }
            }
            return events;
        } catch (KafkaException e) {
            throw failed("does not give its records", e);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        var settings = new HashMap<String, Object>(client);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer() {
        var settings = new HashMap<String, Object>(client);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private OperatorError failed(String what, Exception failure) {
        var cause = (Throwable) failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var why =
                cause instanceof TimeoutException
                        ? "nothing came within " + PATIENCE.toSeconds() + " s"
                        : String.valueOf(cause.getMessage()).replaceAll("[.\\s]+$", "");
        return OperatorError.badInput(
                "%s %s %s (%s); check the address and that the broker is up."
                        .formatted(namedBy, address, what, why),
                failure);
    }

    private OperatorError interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return OperatorError.environment("Interrupted while waiting for " + address + ".", e);
    }
}
