/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.DeadLetter;
import io.fuselink.events.Leg;
import io.fuselink.events.Output;
import io.fuselink.jobs.io.Sample;
import io.fuselink.jobs.io.elastic.Document;
import io.fuselink.jobs.io.kafka.FeedDeserializerTest.Collected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the detection writes is what the copy into Elasticsearch reads. */
final class OutputTopicsTest {
    private static final long OFFSET = 42;

    @ParameterizedTest
    @EnumSource
    void everyOutputIsKeyedAsTheContractSays(Output output) {
        assertThat(written(output, Sample.of(output.body(), Map.of())).key()).isNotEmpty();
    }

    @Test
    void aRecordWithoutItsKeyFieldIsWrittenWithoutKey() {
        var letter = new DeadLetter(null, null, "note", "0@1", 0, "hash", Sample.NOON);

        assertThat(written(Output.DEAD_LETTERS, letter).key()).isNull();
    }

    @Test
    void aLegIsReadBackAsItsDocuments() {
        var leg = Sample.of(Leg.class, Map.of("legId", "leg", "version", 2));
        var written = written(Output.LEGS, leg);

        assertThat(written.topic()).isEqualTo("fuselink.legs.v1");
        assertThat(new String(written.key(), StandardCharsets.UTF_8)).isEqualTo("leg");
        assertThat(read(written.topic(), written.value()))
                .extracting(Document::id)
                .containsExactly("leg", "leg-2");
    }

    @Test
    void aForeignRecordBecomesAReject() {
        var garbage = "hello".getBytes(StandardCharsets.UTF_8);

        assertThat(read("fuselink.bundles.v1", garbage))
                .singleElement()
                .satisfies(
                        reject -> {
                            assertThat(reject.index()).startsWith("fuselink-rejects-");
                            assertThat(new String(reject.json(), StandardCharsets.UTF_8))
                                    .contains("fuselink.bundles.v1:0@42", "not a readable Bundle")
                                    .doesNotContain("hello");
                        });
        assertThat(read("fuselink.bundles.v1", null)).hasSize(1);
    }

    private static ProducerRecord<byte[], byte[]> written(Output output, Record record) {
        var serializer = new OutputSerializer<Record>(output);
        serializer.open(null, null);
        return serializer.serialize(record, null, null);
    }

    private static List<Document> read(String topic, byte[] value) {
        var out = new Collected<Document>();
        new DocumentDeserializer()
                .deserialize(new ConsumerRecord<>(topic, 0, OFFSET, null, value), out);
        return out.all;
    }
}
