/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import io.fuselink.events.Ack;
import io.fuselink.events.Action;
import io.fuselink.events.Event;
import io.fuselink.events.Header;
import io.fuselink.events.Ids;
import io.fuselink.events.PartyType;
import io.fuselink.events.Source;
import io.fuselink.events.codec.Format;
import io.fuselink.events.codec.WireCodec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Acknowledgements on their way to {@code fuselink.acks.v1}. What the broker does not take is kept and
 * sent again; a broker that is away never holds up a release. Ids are derived, so that an answer sent
 * twice counts once.
 */
final class Answers implements AutoCloseable {
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    /** Longest a single send may hold up the executor while the broker is unknown, in ms. */
    private static final long BLOCK_AT_MOST_MS = 500;

    private static final WireCodec CODEC = new WireCodec();

    private final KafkaProducer<byte[], byte[]> producer;
    private final InstantSource clock;
    private final ConcurrentLinkedQueue<Event> unsent = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean failed = new AtomicBoolean();
    private long notBefore;

    Answers(Map<String, Object> kafka, InstantSource clock) {
        kafka.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_AT_MOST_MS);
        kafka.put(ProducerConfig.ACKS_CONFIG, "all");
        kafka.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        this.producer =
                new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer());
        this.clock = clock;
    }

    void add(Action action, Ack ack) {
        var id = Ids.hash("ack", ack.legId(), ack.version(), ack.status(), ack.party());
        var header =
                new Header(
                        id,
                        source(action.partyType()),
                        ack.party(),
                        ack.at(),
                        clock.millis(),
                        Header.SCHEMA_VERSION,
                        null,
                        null);
        unsent.add(Event.of(header, ack));
    }

    /** Hands what waits to the broker's client; stops at the first that it does not take. */
    void send() {
        if (failed.getAndSet(false)) {
            notBefore = clock.millis() + PAUSE_AFTER_FAILURE.toMillis();
        }
        while (!unsent.isEmpty() && !failed.get() && clock.millis() >= notBefore) {
            send(unsent.remove());
        }
    }

    private void send(Event answer) {
        producer.send(
                new ProducerRecord<>(
                        answer.feed().topic(),
                        CODEC.key(answer),
                        CODEC.encode(answer, Format.JSON)),
                (taken, failure) -> {
                    if (failure != null) {
                        unsent.add(answer);
                        failed.set(true);
                    }
                });
    }

    private static Source source(PartyType party) {
        return switch (party) {
            case CARRIER -> Source.CARRIER;
            case BANK -> Source.BANK;
            case PLATFORM -> Source.PLATFORM;
            case HANDSET -> Source.HANDSET;
            case POLICE -> Source.POLICE;
        };
    }

    @Override
    public void close() {
        send();
        producer.close(LAST_WORDS);
    }
}
