/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.kafka;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.fuselink.events.Output;
import io.fuselink.events.codec.JsonCodec;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes one output record as JSON, keyed by the field that {@link Output#key} names. */
final class OutputSerializer<T extends Record> implements KafkaRecordSerializationSchema<T> {
    private static final long serialVersionUID = 1L;

    private final Output output;
    private transient JsonCodec codec;
    private transient Method key;

    OutputSerializer(Output output) {
        this.output = output;
    }

    @Override
    public void open(
            SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
        codec = new JsonCodec();
        key =
                Arrays.stream(output.body().getRecordComponents())
                        .filter(c -> wireName(c).equals(output.key()))
                        .map(RecordComponent::getAccessor)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                output + " has no field " + output.key()));
    }

    /** The broker stamps the time, so that its retention counts from when it was told, not from when it happened. */
    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            T record, KafkaSinkContext context, Long timestamp) {
        return new ProducerRecord<>(output.topic(), keyOf(record), codec.encodeOutput(record));
    }

    private byte[] keyOf(T record) {
        try {
            var value = key.invoke(record);
            return value == null ? null : value.toString().getBytes(StandardCharsets.UTF_8);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + key, e);
        }
    }

    private static String wireName(RecordComponent component) {
        return SnakeCaseStrategy.INSTANCE.translate(component.getName());
    }
}
