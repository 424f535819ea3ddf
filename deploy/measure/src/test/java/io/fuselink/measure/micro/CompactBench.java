/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.micro;

import io.fuselink.events.Event;
import io.fuselink.events.codec.CompactForm;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One call from one step of a job to the next. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CompactBench {
    private final Event call = Records.call();
    private final DataOutputSerializer out = new DataOutputSerializer(1024);
    private final DataInputDeserializer in = new DataInputDeserializer();
    private final byte[] written;

    public CompactBench() {
        try {
            CompactForm.write(call, out);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to write", e);
        }
        written = out.getCopyOfBuffer();
    }

    @Benchmark
    public int write() throws IOException {
        out.clear();
        CompactForm.write(call, out);
        return out.length();
    }

    @Benchmark
    public Event read() throws IOException {
        in.setBuffer(written);
        return CompactForm.read(Event.class, in);
    }
}
