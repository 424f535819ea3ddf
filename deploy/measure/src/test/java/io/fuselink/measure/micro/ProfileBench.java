/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.micro;

import io.fuselink.events.token.Tokenizer;
import io.fuselink.jobs.state.NumberProfile;
import io.fuselink.jobs.state.ProfileForm;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What one more attempt does to a number's profile: out of the state, changed, and back into it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ProfileBench {
    private static final long FIVE_MINUTES_MS = 300_000;

    private final String[] peers =
            IntStream.range(0, 20)
                    .mapToObj(i -> Tokenizer.sandbox().token("peer " + i))
                    .toArray(String[]::new);
    private final byte[] quiet = dayOf(5);
    private final byte[] busy = dayOf(120);

    @Benchmark
    public byte[] quietNumber() {
        return oneMore(quiet, 5);
    }

    @Benchmark
    public byte[] busyNumber() {
        return oneMore(busy, 120);
    }

    private byte[] oneMore(byte[] state, int attempts) {
        var profile = ProfileForm.read(state);
        attempt(profile, attempts);
        profile.due(at(attempts));
        return ProfileForm.write(profile);
    }

    private byte[] dayOf(int attempts) {
        var profile = new NumberProfile();
        for (var i = 0; i < attempts; i++) {
            attempt(profile, i);
        }
        return ProfileForm.write(profile);
    }

    private void attempt(NumberProfile profile, int i) {
        var peer = peers[i % peers.length];
        profile.seenInCell(peers[i % 3], at(i));
        profile.attempted(peer, at(i), true, false, false, "44");
        profile.open("call-" + i, peer, true, at(i));
        profile.seen(at(i));
    }

    private static long at(int attempt) {
        return Records.NOON + attempt * FIVE_MINUTES_MS;
    }
}
