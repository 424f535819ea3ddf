/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.elastic;

import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Documents into Elasticsearch, at least once; with derived ids and versions, writing twice changes
 * nothing. It waits for an Elasticsearch that is away, notes what it refuses among the rejects, and
 * fails only for what the operator must put right.
 */
public final class BulkIndexSink extends AsyncSinkBase<Document, Document> {
    private static final long serialVersionUID = 1L;
    private static final int MAX_BATCH = 500;
    private static final int MAX_IN_FLIGHT = 4;
    private static final int MAX_BUFFERED = 10_000;
    private static final long MAX_BATCH_BYTES = 5 * 1024 * 1024;
    private static final long MAX_TIME_IN_BUFFER_MS = 200;

    private final ElasticSettings settings;

    private BulkIndexSink(ElasticSettings settings) {
        super(
                (document, context) -> document,
                MAX_BATCH,
                MAX_IN_FLIGHT,
                MAX_BUFFERED,
                MAX_BATCH_BYTES,
                MAX_TIME_IN_BUFFER_MS,
                MAX_BATCH_BYTES);
        this.settings = settings;
    }

    public static BulkIndexSink to(ElasticSettings settings) {
        return new BulkIndexSink(settings);
    }

    @Override
    public StatefulSinkWriter<Document, BufferedRequestState<Document>> createWriter(
            WriterInitContext context) {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<Document, BufferedRequestState<Document>> restoreWriter(
            WriterInitContext context, Collection<BufferedRequestState<Document>> state) {
        return new BulkIndexWriter(
                getElementConverter(), context, configuration(), state, settings);
    }

    private AsyncSinkWriterConfiguration configuration() {
        return AsyncSinkWriterConfiguration.builder()
                .setMaxBatchSize(getMaxBatchSize())
                .setMaxBatchSizeInBytes(getMaxBatchSizeInBytes())
                .setMaxInFlightRequests(getMaxInFlightRequests())
                .setMaxBufferedRequests(getMaxBufferedRequests())
                .setMaxTimeInBufferMS(getMaxTimeInBufferMS())
                .setMaxRecordSizeInBytes(getMaxRecordSizeInBytes())
                .build();
    }

    @Override
    public SimpleVersionedSerializer<BufferedRequestState<Document>> getWriterStateSerializer() {
        return new DocumentStateSerializer();
    }
}
