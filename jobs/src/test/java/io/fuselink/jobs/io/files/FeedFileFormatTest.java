/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import io.fuselink.events.token.Tokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedFileFormatTest {
    private static final Configuration CONFIG = new Configuration();

    private final FeedFileFormat format = new FeedFileFormat(Feed.CLOCK, null, Tokenizer::sandbox);

    @TempDir Path folder;

    @Test
    void afterAFailureReadingGoesOnBehindTheLastRecordOfTheCheckpoint() throws IOException {
        var split = split(FeedFiles.write(folder.resolve("clock.jsonl"), 0, 2_300));
        var firstRun = new ArrayList<RecordAndPosition<Received>>();
        try (var reader = format.createReader(CONFIG, split)) {
            readInto(firstRun, reader);
        }
        var checkpoint = firstRun.get(1_499);

        var rest = new ArrayList<RecordAndPosition<Received>>();
        try (var reader =
                format.restoreReader(
                        CONFIG,
                        split.updateWithCheckpointedPosition(
                                new CheckpointedPosition(
                                        checkpoint.getOffset(),
                                        checkpoint.getRecordSkipCount())))) {
            readInto(rest, reader);
        }

        assertThat(firstRun).hasSize(2_300);
        assertThat(rest)
                .extracting(record -> record.getRecord().event().clock().tick())
                .containsExactlyElementsOf(LongStream.range(1_500, 2_300).boxed().toList());
    }

    private static void readInto(
            List<RecordAndPosition<Received>> all, BulkFormat.Reader<Received> reader)
            throws IOException {
        for (var batch = reader.readBatch(); batch != null; batch = reader.readBatch()) {
            for (var record = batch.next(); record != null; record = batch.next()) {
                all.add(
                        new RecordAndPosition<>(
                                record.getRecord(),
                                record.getOffset(),
                                record.getRecordSkipCount()));
            }
            batch.releaseBatch();
        }
    }

    private static FileSourceSplit split(Path file) {
        var path = new org.apache.flink.core.fs.Path(file.toUri());
        return new FileSourceSplit("clock", path, 0, 1, 0, 1);
    }
}
