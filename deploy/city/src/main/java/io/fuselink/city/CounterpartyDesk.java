/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Action;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Leg;
import io.fuselink.events.Output;
import io.fuselink.events.codec.Format;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.events.codec.OutputDecodingException;
import io.fuselink.events.codec.WireCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Where the counterparties sit: reads actions and legs, and sends what they answer once the city's
 * clock has come to the answer's time. Reads its topics from their beginning. Run it on a thread of
 * its own; closing it ends the run. The counters may be read from any thread.
 */
public final class CounterpartyDesk implements Runnable, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Counterparties counterparties;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final JsonCodec outputs = new JsonCodec();
    private final WireCodec inputs = new WireCodec();
    private final PriorityQueue<Event> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Event::ts).thenComparing(Event::orderId));
    private final Map<Feed, Long> sent = new ConcurrentHashMap<>();
    private volatile long now;
    private volatile int pending;
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder unreadable = new LongAdder();
    private volatile long busyAtNs = System.nanoTime();
    private volatile boolean closed;

    public CounterpartyDesk(String bootstrapServers, Counterparties counterparties) {
        this.counterparties = counterparties;
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ConsumerConfig.CLIENT_ID_CONFIG,
                                "counterparties",
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ProducerConfig.CLIENT_ID_CONFIG,
                                "counterparties"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    @Override
    public void run() {
        try (consumer;
                producer) {
            takeSeats();
            while (!closed) {
                consumer.poll(POLL).forEach(this::read);
                hold(counterparties.onTime(now));
                sendDue();
            }
        } catch (WakeupException e) {
            if (!closed) {
                throw e;
            }
        }
    }

    private void takeSeats() {
        var seats = new ArrayList<TopicPartition>();
        for (var topic : List.of(Output.ACTIONS.topic(), Output.LEGS.topic(), Feed.CLOCK.topic())) {
            consumer.partitionsFor(topic)
                    .forEach(p -> seats.add(new TopicPartition(topic, p.partition())));
        }
        consumer.assign(seats);
        consumer.seekToBeginning(seats);
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Feed.CLOCK.topic())) {
            readClock(record);
            return;
        }
        busyAtNs = System.nanoTime();
        try {
            if (record.topic().equals(Output.LEGS.topic())) {
                hold(counterparties.onLeg(outputs.decodeOutput(Leg.class, record.value())));
            } else {
                readAction(outputs.decodeOutput(Action.class, record.value()));
            }
        } catch (OutputDecodingException e) {
            unreadable.increment();
        }
    }

    private void readAction(Action action) {
        if (!Counterparties.plays(action.party())) {
            unanswered.increment();
        }
        hold(counterparties.answer(action));
    }

    private void readClock(ConsumerRecord<byte[], byte[]> record) {
        var position = record.partition() + "@" + record.offset();
        var tick = inputs.decode(Feed.CLOCK, record.value(), position, now).event();
        if (tick != null) {
            now = Math.max(now, tick.ts());
        }
    }

    private void hold(List<Event> answers) {
        waiting.addAll(answers);
        pending = waiting.size();
    }

    private void sendDue() {
        var due = new EnumMap<Feed, Long>(Feed.class);
        var underWay = new ArrayList<Future<?>>();
        while (!waiting.isEmpty() && waiting.peek().ts() <= now) {
            var answer = waiting.remove();
            underWay.add(
                    producer.send(
                            new ProducerRecord<>(
                                    answer.feed().topic(),
                                    inputs.key(answer),
                                    inputs.encode(answer, Format.JSON))));
            due.merge(answer.feed(), 1L, Long::sum);
        }
        if (due.isEmpty()) {
            return;
        }
        busyAtNs = System.nanoTime();
        producer.flush();
        underWay.forEach(CounterpartyDesk::expectTaken);
        due.forEach((feed, count) -> sent.merge(feed, count, Long::sum));
        pending = waiting.size();
    }

    private static void expectTaken(Future<?> answer) {
        try {
            answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The broker did not take an answer of the counterparties: "
                            + e.getCause().getMessage(),
                    e);
        }
    }

    /** Answers the broker has taken, per feed. */
    public Map<Feed, Long> sent() {
        return Map.copyOf(sent);
    }

    /** Answers that wait for the city's clock. */
    public int pending() {
        return pending;
    }

    /** Deliveries of actions for parties the city does not play. */
    public long unanswered() {
        return unanswered.sum();
    }

    /** Actions and legs that could not be read. */
    public long unreadable() {
        return unreadable.sum();
    }

    /** Event time of the city's clock as heard here, epoch ms. */
    public long now() {
        return now;
    }

    /** Wall time since the last action, leg or answer. */
    public Duration idleFor() {
        return Duration.ofNanos(System.nanoTime() - busyAtNs);
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
    }
}
