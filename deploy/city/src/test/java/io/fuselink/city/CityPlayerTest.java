/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import io.fuselink.events.codec.WireCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class CityPlayerTest {
    private static final int PARTITIONS = 2;

    private final City city = City.of(new CityPlan(60, 1, 11));
    private final MockProducer<byte[], byte[]> broker = broker();

    @Test
    void flatOutEveryRecordIsSentAndEveryPartitionHearsTheClockToTheEnd() throws Exception {
        var heard = new ArrayList<Long>();
        PlayReport report;
        try (var player = new CityPlayer(broker, 0, (records, time) -> heard.add(time))) {
            report = player.play(city);
        }

        var sent = Counts.byName(report.sent());
        assertThat(sent.remove("clock"))
                .isEqualTo((long) heard.size() * PARTITIONS * Feed.values().length);
        assertThat(sent).isEqualTo(city.truth().records());
        assertThat(report.total()).isEqualTo(broker.history().size());
        assertThat(heard).isSorted().hasSizeGreaterThan(60);
        assertThat(report.lastHeartbeat())
                .isGreaterThanOrEqualTo(city.plan().endMs() + Played.HOUR_MS);
        assertThat(report.timetable().wallAt(city.plan().endMs())).isPositive();
    }

    @Test
    void atASpeedUpNoRecordComesAfterTheClockHasPassedIt() throws Exception {
        try (var player = new CityPlayer(broker, 20_000, (records, time) -> {})) {
            player.play(city);
        }

        var clock = new HashMap<String, Long>();
        var late = 0L;
        for (var record : broker.history()) {
            var received = decode(record);
            if (received.event() == null) {
                continue;
            }
            if (received.event().feed() == Feed.CLOCK) {
                clock.put(record.topic() + record.partition(), received.event().ts());
            } else if (record.partition() == null
                    && received.event().ts() < latest(clock, record.topic()) - 300) {
                late++;
            }
        }
        assertThat(late).isEqualTo(city.truth().faults().heldUp().getOrDefault("calls", 0L));
    }

    @Test
    void anInterruptEndsThePlay() {
        try (var player =
                new CityPlayer(broker, 1, (records, time) -> Thread.currentThread().interrupt())) {
            assertThatThrownBy(() -> player.play(city)).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void aSpeedBelowZeroIsRefused() {
        assertThatThrownBy(() -> new CityPlayer(broker, -1, (records, time) -> {}))
                .hasMessageStartingWith("speed: -1");
    }

    private static long latest(HashMap<String, Long> clock, String topic) {
        return Math.max(clock.getOrDefault(topic + 0, 0L), clock.getOrDefault(topic + 1, 0L));
    }

    private static Received decode(ProducerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader(Heartbeat.FEED_HEADER);
        var feed =
                header == null
                        ? Feed.ofTopic(record.topic()).orElseThrow()
                        : Feed.named(new String(header.value(), StandardCharsets.UTF_8))
                                .orElseThrow();
        return new WireCodec().decode(feed, record.value(), "0@0", 1);
    }

    private static MockProducer<byte[], byte[]> broker() {
        var node = new Node(0, "localhost", 1);
        var partitions = new ArrayList<PartitionInfo>();
        Arrays.stream(Feed.values())
                .forEach(
                        feed -> {
                            for (var i = 0; i < PARTITIONS; i++) {
                                partitions.add(
                                        new PartitionInfo(
                                                feed.topic(),
                                                i,
                                                node,
                                                new Node[] {node},
                                                new Node[] {node}));
                            }
                        });
        var cluster = new Cluster("city", List.of(node), partitions, Set.of(), Set.of());
        return new MockProducer<>(
                cluster, true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
