/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersITCase {

    private static final Instant IN_THE_CITYS_PAST = Instant.parse("2001-02-03T04:05:06Z");
    private static final Instant IN_THE_CITYS_FUTURE = Instant.parse("2101-02-03T04:05:06Z");

    @Test
    void kafkaKeepsCallsOfAnyEventTime() throws Exception {
        String topic = "embedded-servers-calls";
        Servers.kafka().createTopics(Map.of(topic, 1));

        try (var producer =
                new KafkaProducer<>(
                        kafkaClient(), new StringSerializer(), new StringSerializer())) {
            for (Instant at : List.of(IN_THE_CITYS_PAST, IN_THE_CITYS_FUTURE)) {
                producer.send(
                                new ProducerRecord<>(
                                        topic, 0, at.toEpochMilli(), "caller", at.toString()))
                        .get();
            }
        }

        assertThat(read(topic, 2))
                .extracting(ConsumerRecord::value)
                .containsExactly(IN_THE_CITYS_PAST.toString(), IN_THE_CITYS_FUTURE.toString());
    }

    @Test
    void topicsThatExistAreLeftAlone() {
        Map<String, Integer> topics = Map.of("embedded-servers-twice", 2);

        Servers.kafka().createTopics(topics);
        Servers.kafka().createTopics(topics);

        try (var consumer = consumer()) {
            assertThat(consumer.partitionsFor("embedded-servers-twice")).hasSize(2);
        }
    }

    @Test
    void elasticsearchFindsWhatWasIndexed() throws Exception {
        URI index = Servers.elasticsearch().uri().resolve("/embedded-servers/");

        HttpResponse<String> indexed =
                send(
                        HttpRequest.newBuilder(index.resolve("_doc/1?refresh=true"))
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString("{\"level\":\"L3\"}")));
        HttpResponse<String> found =
                send(HttpRequest.newBuilder(index.resolve("_count?q=level:L3")));

        assertThat(indexed.statusCode()).isEqualTo(201);
        assertThat(found.body()).contains("\"count\":1");
    }

    @Test
    void elasticsearchThatDiesWhileStartingSaysWhyAndWhere(@TempDir Path work) {
        int noPort = 70_000;
        try (var elasticsearch =
                EmbeddedElasticsearch.launch(work, Ports.free().elasticsearch(), noPort)) {
            assertThatThrownBy(() -> elasticsearch.awaitReady(Progress.on(System.out)))
                    .isInstanceOf(OperatorError.class)
                    .hasMessageContaining("stopped while starting")
                    .hasMessageContaining(elasticsearch.log().toString())
                    .hasMessageContaining(String.valueOf(noPort));
        }
    }

    @Test
    void flinkRunsJobsOfSeveralEnvironmentsOnOneCluster() throws Exception {
        assertThat(sumUpTo(10)).containsExactly(55L);
        assertThat(sumUpTo(100)).containsExactly(5050L);

        HttpResponse<String> jobs =
                send(HttpRequest.newBuilder(Servers.flink().webUi().resolve("/jobs/overview")));
        assertThat(jobs.body())
                .contains("embedded-servers-10\"")
                .contains("embedded-servers-100\"");
    }

    @Test
    void flinkServesItsWebUi() throws Exception {
        HttpResponse<String> page = send(HttpRequest.newBuilder(Servers.flink().webUi()));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).containsIgnoringCase("<html");
    }

    private static List<Long> sumUpTo(long last) throws Exception {
        StreamExecutionEnvironment environment = Servers.flink().environment(new Configuration());
        environment.setParallelism(1);
        var sums =
                environment
                        .fromSequence(1, last)
                        .keyBy(n -> 0)
                        .reduce(Long::sum)
                        .filter(sum -> sum == last * (last + 1) / 2);
        try (var results = sums.executeAndCollect("embedded-servers-" + last)) {
            return List.of(results.next());
        }
    }

    private static List<ConsumerRecord<String, String>> read(String topic, int count) {
        try (var consumer = consumer()) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            consumer.seekToBeginning(consumer.assignment());
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (records.size() < count) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
            return records;
        }
    }

    private static KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                kafkaClient(), new StringDeserializer(), new StringDeserializer());
    }

    private static Map<String, Object> kafkaClient() {
        return Map.of("bootstrap.servers", Servers.kafka().bootstrapServers());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
