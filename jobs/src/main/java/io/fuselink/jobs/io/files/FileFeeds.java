/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.files;

import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.jobs.io.IngestWatermarks;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.enumerate.NonSplittingRecursiveEnumerator;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.SerializableSupplier;

/** The input feeds as they lie in files: bounded, one split per file, in batch or streaming mode. */
public final class FileFeeds {
    private FileFeeds() {}

    /**
     * Reads one feed; the operator's uid and name are {@code <feed>-source} until the caller gives others.
     *
     * @param mapping mapping file, null when columns have the feed's own names
     * @param tokenizer the keys raw numbers are tokenised with, opened where the files are read
     * @throws io.fuselink.events.adapter.MappingException when a file cannot be read or the mapping does not fit it
     */
    public static SingleOutputStreamOperator<Received> read(
            StreamExecutionEnvironment env,
            Feed feed,
            List<Path> files,
            Path mapping,
            SerializableSupplier<Tokenizer> tokenizer) {
        var format =
                new FeedFileFormat(feed, mapping == null ? null : mapping.toString(), tokenizer);
        files.forEach(format::check);
        var source =
                FileSource.forBulkFileFormat(format, flinkPaths(files))
                        // The default passes over names that begin with a dot or an underscore.
                        .setFileEnumerator(() -> new NonSplittingRecursiveEnumerator(path -> true))
                        .build();
        var name = feed.wireName() + "-source";
        return env.fromSource(source, IngestWatermarks.of(feed), name).uid(name);
    }

    private static org.apache.flink.core.fs.Path[] flinkPaths(List<Path> files) {
        return files.stream()
                .map(file -> new org.apache.flink.core.fs.Path(file.toAbsolutePath().toUri()))
                .toArray(org.apache.flink.core.fs.Path[]::new);
    }
}
