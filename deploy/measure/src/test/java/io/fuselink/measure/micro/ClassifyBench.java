/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.micro;

import io.fuselink.events.TrunkType;
import io.fuselink.events.numbering.ClassifiedNumber;
import io.fuselink.events.numbering.NumberClassifier;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One presented number to its class and spoof shape, as an adapter does it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ClassifyBench {
    private final NumberClassifier classifier = new NumberClassifier();

    @Benchmark
    public ClassifiedNumber mobile() {
        return classifier.classify("+86 138 0013 8000");
    }

    @Benchmark
    public ClassifiedNumber foreignNumberPosingAsPolice() {
        return classifier.classify("+86010110", TrunkType.INTL, false);
    }
}
