/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.files;

import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import io.fuselink.events.adapter.MappedFile;
import io.fuselink.events.adapter.Mapping;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.jobs.types.CompactType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.IteratorResultIterator;
import org.apache.flink.util.function.SerializableSupplier;

/** How a file of one feed is read inside a job: whole, in order; after a failure by skipping what was read. */
final class FeedFileFormat implements BulkFormat<Received, FileSourceSplit> {
    private static final long serialVersionUID = 1L;
    private static final int BATCH = 1_000;

    private final Feed feed;
    private final String mapping;
    private final SerializableSupplier<Tokenizer> tokenizer;

    /**
     * @param mapping mapping file, null for none
     */
    FeedFileFormat(Feed feed, String mapping, SerializableSupplier<Tokenizer> tokenizer) {
        this.feed = feed;
        this.mapping = mapping;
        this.tokenizer = tokenizer;
    }

    /** Opens and closes a file, so that one that does not fit is told before the job starts. */
    void check(Path file) {
        open(file).close();
    }

    private Stream<Received> open(Path file) {
        return MappedFile.read(
                file,
                feed,
                mapping == null ? null : Mapping.read(Path.of(mapping)),
                tokenizer.get());
    }

    @Override
    public BulkFormat.Reader<Received> createReader(Configuration config, FileSourceSplit split) {
        return new Reader(open(Path.of(split.path().toUri().getPath())), 0);
    }

    @Override
    public BulkFormat.Reader<Received> restoreReader(Configuration config, FileSourceSplit split) {
        var read =
                split.getReaderPosition()
                        .map(CheckpointedPosition::getRecordsAfterOffset)
                        .orElse(0L);
        return new Reader(open(Path.of(split.path().toUri().getPath())), read);
    }

    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public TypeInformation<Received> getProducedType() {
        return CompactType.forRecord(Received.class);
    }

    private static final class Reader implements BulkFormat.Reader<Received> {
        private final Stream<Received> file;
        private final Iterator<Received> records;
        private long read;

        Reader(Stream<Received> file, long alreadyRead) {
            this.file = file;
            records = file.iterator();
            while (read < alreadyRead && records.hasNext()) {
                records.next();
                read++;
            }
        }

        @Override
        public RecordIterator<Received> readBatch() {
            var batch = new ArrayList<Received>(BATCH);
            while (batch.size() < BATCH && records.hasNext()) {
                batch.add(records.next());
            }
            if (batch.isEmpty()) {
                return null;
            }
            var before = read;
            read += batch.size();
            return new IteratorResultIterator<>(
                    batch.iterator(), CheckpointedPosition.NO_OFFSET, before);
        }

        @Override
        public void close() {
            file.close();
        }
    }
}
