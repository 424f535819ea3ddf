/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.elastic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;

/** Buffers documents as Flink's asynchronous sink does and hands batches to the {@link BulkIndexer}. */
final class BulkIndexWriter extends AsyncSinkWriter<Document, Document> {
    private final BulkIndexer indexer;

    BulkIndexWriter(
            ElementConverter<Document, Document> converter,
            WriterInitContext context,
            AsyncSinkWriterConfiguration configuration,
            Collection<BufferedRequestState<Document>> state,
            ElasticSettings settings) {
        super(converter, context, configuration, state);
        indexer =
                new BulkIndexer(
                        ElasticClient.open(settings),
                        BulkMetrics.in(context.metricGroup()),
                        Clock.systemUTC());
    }

    @Override
    protected void submitRequestEntries(List<Document> batch, ResultHandler<Document> result) {
        indexer.submit(batch, result);
    }

    @Override
    protected long getSizeInBytes(Document document) {
        return document.json().length;
    }

    @Override
    public void close() {
        try {
            indexer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            super.close();
        }
    }
}
