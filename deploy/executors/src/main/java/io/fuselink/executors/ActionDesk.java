/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import io.fuselink.events.Ack;
import io.fuselink.events.Action;
import io.fuselink.events.Output;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.events.codec.OutputDecodingException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Where a party's executor sits: reads {@code fuselink.actions.v1}, acts, answers, and keeps the ends of
 * limits between two reads. Needs the broker only to hear and to answer; without it the limits still
 * end on time. Run it on one thread; closing it, from any other, lets it finish what it has in hand.
 */
public final class ActionDesk implements Runnable, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final JsonCodec codec = new JsonCodec();
    private final InstantSource clock;
    private final Consumer<String> say;
    private final Journal journal;
    private final Executor executor;
    private final Answers answers;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private volatile boolean closed;

    /**
     * Opens the journal and releases what is overdue, before anything else may fail.
     *
     * @param inventory null when the target understands tokens itself
     * @param say takes a line about each answer; it names tokens, never numbers
     */
    public static ActionDesk open(
            String party,
            ExecutorConfig config,
            Inventory inventory,
            InstantSource clock,
            Consumer<String> say)
            throws IOException {
        var journal = Journal.open(config.journal(), clock.millis());
        try {
            return new ActionDesk(party, config, inventory, journal, clock, say);
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private ActionDesk(
            String party,
            ExecutorConfig config,
            Inventory inventory,
            Journal journal,
            InstantSource clock,
            Consumer<String> say) {
        this.clock = clock;
        this.say = say;
        this.journal = journal;
        this.answers = new Answers(config.kafkaClient(), clock);
        this.executor =
                new Executor(
                        party,
                        inventory,
                        config.target(clock),
                        journal,
                        config.retries(),
                        clock,
                        this::answer);
        executor.resume();
        executor.work();
        var settings = new HashMap<>(config.kafkaClient());
        settings.putIfAbsent(ConsumerConfig.GROUP_ID_CONFIG, "fuselink-execute-" + party);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(Output.ACTIONS.topic()));
    }

    /** How many people or bindings may be limited now. */
    public long limited() {
        return journal.limits().stream().filter(l -> !l.standing().over()).count();
    }

    @Override
    public void run() {
        try (journal;
                consumer;
                answers) {
            var next = executor.work();
            while (!closed) {
                hear(Math.min(POLL.toMillis(), Math.max(0, next - clock.millis())));
                next = executor.work();
                answers.send();
            }
        } catch (WakeupException e) {
            if (!closed) {
                throw e;
            }
        } catch (IOException e) {
            throw new ExecutorException("The journal cannot be closed: " + e.getMessage(), e);
        }
    }

    private void hear(long waitMs) {
        var records = consumer.poll(Duration.ofMillis(waitMs));
        records.forEach(this::hear);
        if (!records.isEmpty()) {
            // What was heard is in the journal: should this be lost, it is only heard again.
            consumer.commitAsync();
        }
    }

    private void hear(ConsumerRecord<byte[], byte[]> record) {
        try {
            executor.hear(codec.decodeOutput(Action.class, record.value()));
        } catch (OutputDecodingException e) {
            say.accept(
                    "an action that cannot be read was passed over, %s %d@%d: %s"
                            .formatted(
                                    record.topic(),
                                    record.partition(),
                                    record.offset(),
                                    e.getMessage()));
        }
    }

    private void answer(Action action, Ack ack) {
        answers.add(action, ack);
        say.accept(
                "%-14s %-9s %s %s, leg %s%s"
                        .formatted(
                                action.action(),
                                ack.status(),
                                action.targetType(),
                                brief(action.targetTk()),
                                action.legId(),
                                ack.reason() == null ? "" : ": " + ack.reason()));
    }

    private static String brief(String tk) {
        return tk.length() <= 8 ? tk : tk.substring(0, 8) + "…";
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
    }
}
