/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.micro;

import io.fuselink.patterns.script.ScriptReader;
import io.fuselink.patterns.script.SegmentHits;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One transcribed segment against lexicon and slot rules, as the step before any key reads it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TextBench {
    private static final String COURIER = "您好，我是送快递的，您的包裹放在小区门口的柜子里了，取件码一会儿发给您。";
    private static final String POSING_AS_POLICE =
            "我是市公安局刑侦支队的，你名下的银行卡涉嫌洗钱，现在要你把钱转到安全账户，不要告诉任何人，也不要挂电话。";

    private final ScriptReader reader = ScriptReader.standard();

    @Benchmark
    public SegmentHits courier() {
        return reader.read(COURIER);
    }

    @Benchmark
    public SegmentHits posingAsPolice() {
        return reader.read(POSING_AS_POLICE);
    }
}
