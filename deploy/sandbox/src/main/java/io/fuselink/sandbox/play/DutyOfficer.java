/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.events.Decision;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Header;
import io.fuselink.events.Ids;
import io.fuselink.events.Source;
import io.fuselink.events.Verb;
import io.fuselink.events.codec.Format;
import io.fuselink.events.codec.WireCodec;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The person who ends the rehearsal's case. */
final class DutyOfficer {
    private static final String NAME = "sandbox";
    private static final WireCodec CODEC = new WireCodec();

    private final String bootstrapServers;

    DutyOfficer(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Decides to lift every leg of a bundle. */
    void lift(String bundleId, long at, String reason) {
        var id = Ids.hash("decision", bundleId, Verb.LIFT, at);
        var header =
                new Header(
                        id, Source.JOINT_CENTRE, NAME, at, at, Header.SCHEMA_VERSION, null, null);
        var event = Event.of(header, new Decision(id, bundleId, null, Verb.LIFT, NAME, reason, at));
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (var producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(
                    new ProducerRecord<>(
                            Feed.DECISIONS.topic(),
                            CODEC.key(event),
                            CODEC.encode(event, Format.JSON)));
        }
    }
}
