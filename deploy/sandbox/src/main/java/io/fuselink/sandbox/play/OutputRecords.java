/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.events.Output;
import io.fuselink.events.codec.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything the detection has told so far, read from its output topics or from a replay's files. */
final class OutputRecords {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<Output, List<byte[]>> lines = new EnumMap<>(Output.class);
    private final JsonCodec codec = new JsonCodec();

    private OutputRecords() {
        for (var output : Output.values()) {
            lines.put(output, new ArrayList<>());
        }
    }

    /** Reads every output topic from its beginning to its present end. */
    static OutputRecords ofTopics(String bootstrapServers) {
        var records = new OutputRecords();
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "outputs-reader",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false);
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (var output : Output.values()) {
                records.read(consumer, output);
            }
        }
        return records;
    }

    /** Reads the files a replay wrote. */
    static OutputRecords ofFolder(Path folder) throws IOException {
        var records = new OutputRecords();
        for (var output : Output.values()) {
            var file = folder.resolve(output.wireName() + ".jsonl");
            if (Files.exists(file)) {
                try (var whole = Files.lines(file)) {
                    whole.forEach(
                            line ->
                                    records.lines
                                            .get(output)
                                            .add(line.getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        return records;
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer, Output output) {
        var partitions =
                consumer.partitionsFor(output.topic()).stream()
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
            consumer.poll(POLL).forEach(r -> lines.get(output).add(r.value()));
        }
    }

    /** Records of one output in the order they were told, repeats included. */
    <T extends Record> List<T> of(Output output, Class<T> type) {
        return lines.get(output).stream().map(line -> codec.decodeOutput(type, line)).toList();
    }

    /** All records of all outputs that become documents. */
    List<Record> documented() {
        var all = new ArrayList<Record>();
        for (var output : Output.values()) {
            if (output != Output.ACTIONS) {
                all.addAll(of(output, output.body()));
            }
        }
        return all;
    }

    /** Writes one {@code NAME.jsonl} per output. */
    void writeTo(Path folder) {
        try {
            for (var output : lines.entrySet()) {
                try (var out =
                        Files.newOutputStream(
                                folder.resolve(output.getKey().wireName() + ".jsonl"))) {
                    for (var line : output.getValue()) {
                        out.write(line);
                        out.write('\n');
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
