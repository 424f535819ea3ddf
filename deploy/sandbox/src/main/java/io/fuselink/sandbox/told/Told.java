/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.told;

import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Output;
import io.fuselink.events.codec.WireCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The output records and feeds of a deployment, from its topics, or of a replay, from the files {@code
 * NAME.jsonl} (or {@code .jsonl.gz}) of folders. Each call reads one of them from its beginning to its
 * present end; what is not there is empty. A record may come twice, as topics deliver it.
 */
public final class Told {
    private static final WireCodec CODEC = new WireCodec();

    private final Source source;
    private long unreadable;

    /** Hands every line or record value of a name or topic to the reader. */
    private interface Source {
        void read(String fileName, String topic, Consumer<byte[]> each) throws IOException;
    }

    private Told(Source source) {
        this.source = source;
    }

    /**
     * @param client settings of a Kafka client, with {@code bootstrap.servers}
     */
    public static Told ofTopics(Map<String, ?> client) {
        return new Told((name, topic, each) -> readTopic(client, topic, each));
    }

    /** Folders as {@code replay --out}, {@code sandbox --once --out} and {@code city} write them. */
    public static Told ofFolders(List<Path> folders) {
        return new Told(
                (name, topic, each) -> {
                    for (var folder : folders) {
                        readFile(folder.resolve(name + ".jsonl"), each);
                        readFile(folder.resolve(name + ".jsonl.gz"), each);
                    }
                });
    }

    /** Every record of an output, as JSON. */
    public void output(Output output, Consumer<byte[]> each) throws IOException {
        source.read(output.wireName(), output.topic(), each);
    }

    /** Every event of a feed that can be understood. */
    public void feed(Feed feed, Consumer<Event> each) throws IOException {
        source.read(
                feed.wireName(),
                feed.topic(),
                bytes -> {
                    var received = CODEC.decode(feed, bytes, "", 0);
                    if (received.event() != null) {
                        each.accept(received.event());
                    } else {
                        unreadable++;
                    }
                });
    }

    /** Records of feeds that could not be understood so far; the detection has them as dead letters. */
    public long unreadable() {
        return unreadable;
    }

    private static void readFile(Path file, Consumer<byte[]> each) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (var in = Files.newInputStream(file);
                var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                var lines =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    each.accept(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static void readTopic(Map<String, ?> client, String topic, Consumer<byte[]> each) {
        var settings = new HashMap<String, Object>(client);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> each.accept(r.value()));
            }
        }
    }
}
