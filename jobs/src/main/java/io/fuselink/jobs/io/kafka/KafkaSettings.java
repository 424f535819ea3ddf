/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.kafka;

import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/**
 * Where the brokers are and how feeds are read from them.
 *
 * @param properties passed through to the Kafka clients
 * @param idleAfterMs a partition silent this long no longer holds time back, ms of wall clock
 * @param alignmentDriftMs how far one feed may run ahead of the slowest, ms of event time; 0 = no limit
 */
public record KafkaSettings(
        Map<String, String> properties, Start start, long idleAfterMs, long alignmentDriftMs) {
    public static final long IDLE_AFTER_MS = 5_000;
    public static final long ALIGNMENT_DRIFT_MS = 10_000;

    private static final String FETCH_AT_LEAST_BYTES = "262144";
    private static final String FETCH_AFTER_MS = "50";

    /** Two jobs read different topics, so that one group serves both. */
    private static final String GROUP = "fuselink";

    /** Where a job without a savepoint begins. */
    public enum Start {
        /** Where its group stopped, or at the beginning when it never ran. */
        COMMITTED,
        EARLIEST;

        OffsetsInitializer offsets() {
            return switch (this) {
                case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
                case EARLIEST -> OffsetsInitializer.earliest();
            };
        }
    }

    public KafkaSettings {
        properties = Map.copyOf(properties);
    }

    /** These brokers with everything else as usual. */
    public static KafkaSettings of(String bootstrapServers) {
        return new KafkaSettings(
                Map.of("bootstrap.servers", bootstrapServers),
                Start.COMMITTED,
                IDLE_AFTER_MS,
                ALIGNMENT_DRIFT_MS);
    }

    String group() {
        return properties.getOrDefault(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    }

    Properties clientProperties() {
        var client = new Properties();
        client.putAll(properties);
        return client;
    }

    Properties consumerProperties() {
        var consumer = clientProperties();
        consumer.put(ConsumerConfig.GROUP_ID_CONFIG, group());
        return consumer;
    }

    /**
     * For feeds that always bring something: the broker answers when there is enough to send, or a moment
     * has passed. Else it answers every consumer for every batch of every gateway, and both work more for
     * that than for the records. What {@code kafka:} says in the configuration goes first.
     */
    Properties busyConsumerProperties() {
        var consumer = consumerProperties();
        consumer.putIfAbsent(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_AT_LEAST_BYTES);
        consumer.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_AFTER_MS);
        return consumer;
    }

    /** Client properties may hold passwords. */
    @Override
    public String toString() {
        return "KafkaSettings[" + properties.get("bootstrap.servers") + "]";
    }
}
