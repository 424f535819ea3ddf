/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.kafka;

import io.fuselink.events.Output;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.events.codec.OutputDecodingException;
import io.fuselink.jobs.io.elastic.Document;
import io.fuselink.jobs.io.elastic.Documents;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Turns a record of an output topic into the documents that copy it; one that cannot be read becomes a reject. */
final class DocumentDeserializer implements KafkaRecordDeserializationSchema<Document> {
    private static final long serialVersionUID = 1L;
    private static final byte[] NOTHING = {};
    private static final Map<String, Output> BY_TOPIC =
            Arrays.stream(Output.values())
                    .collect(Collectors.toMap(Output::topic, Function.identity()));
    private static final JsonCodec CODEC = new JsonCodec();

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Document> out) {
        // A tombstone, which nobody of ours writes, is a record that cannot be read.
        var bytes = record.value() == null ? NOTHING : record.value();
        var output = BY_TOPIC.get(record.topic());
        try {
            Documents.of(CODEC.decodeOutput(output.body(), bytes)).forEach(out::collect);
        } catch (OutputDecodingException e) {
            var position = record.topic() + ":" + record.partition() + "@" + record.offset();
            out.collect(Documents.unreadable(output, bytes, position, record.timestamp()));
        }
    }

    @Override
    public TypeInformation<Document> getProducedType() {
        return TypeInformation.of(Document.class);
    }
}
