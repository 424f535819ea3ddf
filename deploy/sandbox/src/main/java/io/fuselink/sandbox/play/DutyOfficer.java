/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.events.Decision;
import io.fuselink.events.Event;
import io.fuselink.events.Header;
import io.fuselink.events.Ids;
import io.fuselink.events.Source;
import io.fuselink.events.Verb;
import io.fuselink.events.codec.Format;
import io.fuselink.events.codec.WireCodec;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Speaks for those who decide in the rehearsal: who ends its case, and whoever sits before the board. */
final class DutyOfficer {
    private static final String NAME = "sandbox";
    private static final WireCodec CODEC = new WireCodec();

    private static final Map<String, Object> PATIENCE =
            Map.of(
                    ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                    ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);

    private final String bootstrapServers;

    DutyOfficer(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Decides to lift every leg of a bundle. */
    void lift(String bundleId, long at, String reason) {
        decide(bundleId, null, Verb.LIFT, NAME, reason, at);
    }

    /**
     * Writes a decision and waits until the broker has it.
     *
     * @param legId one leg of the bundle; null for every leg
     * @param at when it is decided, epoch ms in the city's time
     * @return the decision's id
     */
    String decide(String bundleId, String legId, Verb verb, String by, String reason, long at) {
        var id = Ids.hash("decision", bundleId, legId, verb, by, at);
        var header =
                new Header(
                        id, Source.JOINT_CENTRE, NAME, at, at, Header.SCHEMA_VERSION, null, null);
        say(Event.of(header, new Decision(id, bundleId, legId, verb, by, reason, at)));
        return id;
    }

    /** Writes what somebody says to its feed, and waits until the broker has it. */
    void say(Event event) {
        var settings = new HashMap<>(PATIENCE);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (var producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    event.feed().topic(),
                                    CODEC.key(event),
                                    CODEC.encode(event, Format.JSON)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not take it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing to the broker", e);
        }
    }
}
