/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.files;

import io.fuselink.events.codec.JsonCodec;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;

/**
 * Writes a bounded stream of output records to {@code NAME.jsonl}. The file appears whole at the end
 * of the input or not at all; until then it is {@code NAME.jsonl.part}. For replays, which start over
 * after a failure: the part is not continued from a checkpoint.
 */
public final class JsonLinesSink<T extends Record> implements Sink<T> {
    private static final long serialVersionUID = 1L;

    private final String folder;
    private final String name;

    private JsonLinesSink(Path folder, String name) {
        this.folder = folder.toString();
        this.name = name;
    }

    /** Sends a stream to {@code <folder>/<name>.jsonl}, by one writer. */
    public static <T extends Record> DataStreamSink<T> write(
            DataStream<T> records, Path folder, String name) {
        return records.sinkTo(new JsonLinesSink<>(folder, name))
                .setParallelism(1)
                .name(name + ".jsonl")
                .uid(name + "-file");
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
        return new Writer<>(Path.of(folder), name);
    }

    private static final class Writer<T extends Record> implements SinkWriter<T> {
        private final JsonCodec codec = new JsonCodec();
        private final Path whole;
        private final Path part;
        private final OutputStream out;

        Writer(Path folder, String name) throws IOException {
            Files.createDirectories(folder);
            whole = folder.resolve(name + ".jsonl");
            part = folder.resolve(name + ".jsonl.part");
            Files.deleteIfExists(whole);
            out = new BufferedOutputStream(Files.newOutputStream(part));
        }

        @Override
        public void write(T record, Context context) throws IOException {
            out.write(codec.encodeOutput(record));
            out.write('\n');
        }

        @Override
        public void flush(boolean endOfInput) throws IOException {
            out.flush();
            if (endOfInput) {
                Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
