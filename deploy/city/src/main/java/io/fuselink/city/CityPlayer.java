/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Feed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Plays a city into the input topics in the order of arrival, at a speed-up or flat out, with
 * heartbeats into every partition. The topics must exist. One thread plays; interrupting it ends the
 * play.
 */
public final class CityPlayer implements AutoCloseable {
    /** Hears how far the play is, at every heartbeat. */
    @FunctionalInterface
    public interface Listener {
        void played(long records, long eventTime);
    }

    /** Paced heartbeats stand this far apart at most, on the wall … */
    private static final double SLOWEST_HEARTBEAT_MS = 500;

    /** … and this close at least. */
    private static final double FASTEST_HEARTBEAT_MS = 10;

    /** Large, so that a broker is sent few requests; a batch leaves after 20 ms even when it is small. */
    private static final int BATCH_BYTES = 1 << 18;

    private static final long BUFFER_BYTES = 1 << 26;

    private static final long FLAT_OUT_HEARTBEAT_MS = 60_000;
    private static final int FLAT_OUT_HEARTBEAT_RECORDS = 20_000;

    /** How far beyond the end the last heartbeats stand, so that every window closes. */
    private static final long AFTER_THE_END_MS = Duration.ofMinutes(30).toMillis();

    private final Producer<byte[], byte[]> producer;
    private final double speed;
    private final Listener listener;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<Feed, Long> sent = new EnumMap<>(Feed.class);
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Callback taken =
            (metadata, problem) -> {
                if (problem != null) {
                    failure.compareAndSet(null, problem);
                }
            };
    private final Timetable timetable = new Timetable();
    private long records;
    private long recordsAtHeartbeat;
    private long heartbeats;
    private long lastHeartbeat;
    private long nextHeartbeatNs;

    /**
     * @param speed event time per wall time; 0 = flat out
     */
    public CityPlayer(String bootstrapServers, double speed, Listener listener) {
        this(producer(bootstrapServers), speed, listener);
    }

    CityPlayer(Producer<byte[], byte[]> producer, double speed, Listener listener) {
        if (!(speed >= 0)) {
            throw new IllegalArgumentException(
                    "speed: " + speed + " is below 0; give a speed-up, or 0 for flat out");
        }
        this.speed = speed;
        this.listener = listener;
        this.producer = producer;
        for (var feed : Feed.values()) {
            producer.partitionsFor(feed.topic())
                    .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
        }
    }

    private static Producer<byte[], byte[]> producer(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "city",
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        BATCH_BYTES,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        BUFFER_BYTES),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Plays the city to its end, and the clock beyond it. */
    public PlayReport play(City city) throws InterruptedException {
        var startedNs = System.nanoTime();
        var last = playParcels(city.parcels(), city.plan().startMs());
        var end = Math.max(last, city.plan().endMs());
        heartbeat(end + AFTER_THE_END_MS);
        heartbeat(end + 2 * AFTER_THE_END_MS);
        return report(startedNs);
    }

    /**
     * Plays a stretch of a city, beginning at {@code start}, epoch ms, and leaves the clock where it ends.
     *
     * @return when the last record reached its gateway, epoch ms
     */
    public long play(Iterator<WireRecord> records, long start) throws InterruptedException {
        return playParcels(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return records.hasNext();
                    }

                    @Override
                    public Parcel next() {
                        return Parcel.of(records.next());
                    }
                },
                start);
    }

    /** As {@link #play(Iterator, long)}, of what is packed already. */
    public long playParcels(Iterator<Parcel> parcels, long start) throws InterruptedException {
        var startedNs = System.nanoTime();
        var last = start;
        while (parcels.hasNext()) {
            var parcel = parcels.next();
            awaitTurn(parcel.ingestTime(), start, startedNs);
            send(
                    parcel.feed(),
                    new ProducerRecord<>(parcel.feed().topic(), parcel.key(), parcel.value()));
            records++;
            last = parcel.ingestTime();
        }
        return last;
    }

    /**
     * Tells every partition that it is {@code now}, epoch ms; nothing earlier may be sent any more.
     * Call it after a play to move the clock on while the counterparties answer.
     */
    public void heartbeat(long now) throws InterruptedException {
        var tick = Heartbeat.tick(heartbeats++, now);
        for (var partition : partitions) {
            send(Feed.CLOCK, Heartbeat.in(partition.topic(), partition.partition(), tick));
        }
        lastHeartbeat = now;
        recordsAtHeartbeat = records;
        nextHeartbeatNs = System.nanoTime() + heartbeatEveryNs();
        timetable.reached(now, System.currentTimeMillis());
        listener.played(records, now);
    }

    /** Counts so far; all of it acknowledged once this returns. */
    public Map<Feed, Long> flush() {
        producer.flush();
        complain();
        return Map.copyOf(sent);
    }

    public Timetable timetable() {
        return timetable;
    }

    private PlayReport report(long startedNs) {
        var counts = flush();
        var wallMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNs);
        return new PlayReport(counts, lastHeartbeat, wallMs, timetable);
    }

    /** A heartbeat for every minute of the city, within what a broker likes. */
    private long heartbeatEveryNs() {
        var minuteMs = speed == 0 ? SLOWEST_HEARTBEAT_MS : FLAT_OUT_HEARTBEAT_MS / speed;
        var everyMs = Math.max(FASTEST_HEARTBEAT_MS, Math.min(SLOWEST_HEARTBEAT_MS, minuteMs));
        return (long) (everyMs * 1_000_000);
    }

    private void awaitTurn(long due, long start, long startedNs) throws InterruptedException {
        if (speed == 0) {
            if (due - lastHeartbeat >= FLAT_OUT_HEARTBEAT_MS
                    || records - recordsAtHeartbeat >= FLAT_OUT_HEARTBEAT_RECORDS) {
                heartbeat(due);
            }
            return;
        }
        var dueNs = startedNs + Math.round((due - start) / speed * 1_000_000);
        while (true) {
            var nowNs = System.nanoTime();
            if (nowNs - nextHeartbeatNs >= 0 || heartbeats == 0) {
                var present = start + Math.round((nowNs - startedNs) / 1_000_000.0 * speed);
                heartbeat(Math.min(present, due));
            }
            if (dueNs - nowNs <= 0) {
                return;
            }
            var wakeNs = Math.min(dueNs - nowNs, nextHeartbeatNs - nowNs);
            TimeUnit.NANOSECONDS.sleep(Math.max(wakeNs, 0));
        }
    }

    private void send(Feed feed, ProducerRecord<byte[], byte[]> record)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the play was interrupted");
        }
        complain();
        producer.send(record, taken);
        sent.merge(feed, 1L, Long::sum);
    }

    private void complain() {
        var problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException(
                    "The broker did not take a record of the city: " + problem.getMessage(),
                    problem);
        }
    }

    /** Does not wait for what is still under way; {@link #play} has flushed when it returned. */
    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
