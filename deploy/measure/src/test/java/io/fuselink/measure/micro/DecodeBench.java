/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.micro;

import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import io.fuselink.events.codec.Format;
import io.fuselink.events.codec.WireCodec;
import io.fuselink.events.token.Tokenizer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From the bytes of a topic to a checked event, as a job reads them: with the token keys that are live. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecodeBench {
    private final WireCodec codec = WireCodec.accepting(Tokenizer.sandbox());
    private final byte[] callProtobuf = bytes(Records.call(), Format.PROTOBUF);
    private final byte[] callJson = bytes(Records.call(), Format.JSON);
    private final byte[] cdrProtobuf = bytes(Records.cdr(), Format.PROTOBUF);
    private final byte[] bindingProtobuf = bytes(Records.binding(), Format.PROTOBUF);

    @Benchmark
    public Received callProtobuf() {
        return decode(Feed.CALLS, callProtobuf);
    }

    @Benchmark
    public Received callJson() {
        return decode(Feed.CALLS, callJson);
    }

    @Benchmark
    public Received cdrProtobuf() {
        return decode(Feed.CDRS, cdrProtobuf);
    }

    @Benchmark
    public Received bindingProtobuf() {
        return decode(Feed.BINDINGS, bindingProtobuf);
    }

    private Received decode(Feed feed, byte[] bytes) {
        return codec.decode(feed, bytes, "0@42", Records.NOON);
    }

    private byte[] bytes(Event event, Format format) {
        return codec.encode(event, format);
    }
}
