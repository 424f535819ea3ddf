/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.micro;

import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.Subject;
import io.fuselink.jobs.state.NumberProfile;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.features.NumberFeatures;
import io.fuselink.models.scoring.CallScorer;
import io.fuselink.models.scoring.DenseScorer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One profile that is due: its features, and what the shipped model says of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScoreBench {
    private static final int ATTEMPTS = 30;

    private final CallScorer scorer = DenseScorer.of(ModelBundle.shipped());
    private final NumberSnapshot snapshot = snapshot();
    private final float[] row = NumberFeatures.of(snapshot);

    @Benchmark
    public float[] features() {
        return NumberFeatures.of(snapshot);
    }

    @Benchmark
    public double score() {
        return scorer.score(row);
    }

    private static NumberSnapshot snapshot() {
        var profile = new NumberProfile();
        var at = Records.NOON;
        for (var i = 0; i < ATTEMPTS; i++) {
            at += 60_000;
            profile.attempted("callee-" + i, at, false, false, false, "44");
            profile.seen(at);
        }
        return profile.snapshot(Subject.number("caller", 1), at, "call-4711");
    }
}
