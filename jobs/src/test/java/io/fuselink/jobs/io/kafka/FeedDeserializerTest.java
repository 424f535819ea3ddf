/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.kafka;

import static io.fuselink.jobs.io.Sample.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.ClockTick;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Header;
import io.fuselink.events.Received;
import io.fuselink.events.codec.Format;
import io.fuselink.events.codec.WireCodec;
import io.fuselink.jobs.io.Sample;
import io.fuselink.jobs.types.CompactType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

final class FeedDeserializerTest {
    private final WireCodec codec = new WireCodec();
    private final FeedDeserializer calls = new FeedDeserializer(codec);

    @Test
    void whatIsReadTravelsInItsCompactForm() {
        assertThat(calls.getProducedType()).isEqualTo(CompactType.forRecord(Received.class));
    }

    @Test
    void garbageIsADeadLetterThatSaysWhereItLies() {
        var received = read("{ not json".getBytes(StandardCharsets.UTF_8), new RecordHeaders());

        assertThat(received.event()).isNull();
        assertThat(received.deadLetter().feed()).isEqualTo(Feed.CALLS);
        assertThat(received.deadLetter().reason()).isEqualTo(DeadLetterReason.NOT_DECODABLE);
        assertThat(received.deadLetter().position()).isEqualTo("3@42");
        assertThat(received.deadLetter().at()).isEqualTo(NOON);
    }

    @Test
    void aTombstoneIsADeadLetterToo() {
        assertThat(read(null, new RecordHeaders()).deadLetter()).isNotNull();
    }

    @Test
    void aHeartbeatAmongCallsIsAClockTick() {
        var tick =
                Event.of(
                        Sample.of(Header.class, Map.of("eventTime", NOON, "ingestTime", NOON)),
                        new ClockTick("joint-centre", 7));
        var headers = new RecordHeaders();
        headers.add(FeedDeserializer.FEED_HEADER, "clock".getBytes(StandardCharsets.UTF_8));

        assertThat(read(codec.encode(tick, Format.JSON), headers).event()).isEqualTo(tick);
    }

    private Received read(byte[] value, RecordHeaders headers) {
        var record =
                new ConsumerRecord<>(
                        Feed.CALLS.topic(),
                        3,
                        42L,
                        NOON,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        new byte[0],
                        value,
                        headers,
                        Optional.empty());
        var out = new Collected<Received>();
        calls.deserialize(record, out);
        return out.only();
    }

    static final class Collected<T> implements Collector<T> {
        final ArrayList<T> all = new ArrayList<>();

        T only() {
            assertThat(all).hasSize(1);
            return all.get(0);
        }

        @Override
        public void collect(T element) {
            all.add(element);
        }

        @Override
        public void close() {}
    }
}
