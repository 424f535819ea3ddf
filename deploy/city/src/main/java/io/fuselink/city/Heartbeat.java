/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.ClockTick;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Header;
import io.fuselink.events.Source;
import io.fuselink.events.codec.JsonCodec;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A tick of the city's clock inside a partition, so that a silent one does not hold time back. */
final class Heartbeat {
    /** Header that says which feed a record is of, where its topic does not. */
    static final String FEED_HEADER = "fuselink-feed";

    private static final String DEPLOYMENT = "city";

    private Heartbeat() {}

    static ProducerRecord<byte[], byte[]> in(String topic, int partition, byte[] tick) {
        var record =
                new ProducerRecord<>(
                        topic, partition, DEPLOYMENT.getBytes(StandardCharsets.UTF_8), tick);
        record.headers().add(FEED_HEADER, Feed.CLOCK.wireName().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /** @param n running number of the tick; a tick goes into every partition with the same id */
    static byte[] tick(long n, long now) {
        var header =
                new Header(
                        "tick-" + n,
                        Source.JOINT_CENTRE,
                        DEPLOYMENT,
                        now,
                        now,
                        Gateways.SCHEMA_VERSION,
                        null,
                        null);
        return new JsonCodec().encode(Event.of(header, new ClockTick(DEPLOYMENT, n)));
    }
}
