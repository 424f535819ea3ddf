/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.kafka;

import io.fuselink.events.Output;
import io.fuselink.jobs.io.elastic.Document;
import java.util.Collection;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The output topics: written by the detection, read back as documents. */
public final class KafkaOutputs {
    private KafkaOutputs() {}

    /** A sink for one output: JSON, keyed as the contract says, at least once. */
    public static <T extends Record> KafkaSink<T> sink(Output output, KafkaSettings settings) {
        return KafkaSink.<T>builder()
                .setKafkaProducerConfig(settings.clientProperties())
                .setBootstrapServers(settings.properties().get("bootstrap.servers"))
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new OutputSerializer<>(output))
                .build();
    }

    /** What the outputs say, as the documents that copy it; without time, which no copy needs. */
    public static SingleOutputStreamOperator<Document> documents(
            StreamExecutionEnvironment env, Collection<Output> outputs, KafkaSettings settings) {
        var source =
                KafkaSource.<Document>builder()
                        .setProperties(settings.consumerProperties())
                        .setClientIdPrefix(settings.group() + "-outputs")
                        .setTopics(outputs.stream().map(Output::topic).toList())
                        .setStartingOffsets(settings.start().offsets())
                        .setDeserializer(new DocumentDeserializer())
                        .build();
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), "outputs-source")
                .uid("outputs-source");
    }
}
