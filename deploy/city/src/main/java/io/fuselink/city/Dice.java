/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.List;
import java.util.SplittableRandom;

/** One resident's chance, derived from the seed of the city and the resident's own place in it. */
final class Dice {
    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    static Dice of(long seed, String who, long index) {
        return new Dice(new SplittableRandom(seed * 31 + who.hashCode() * 1_000_003L + index));
    }

    /** Between the two, ends included. */
    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** Waiting time of something that happens at random, mean in ms; never longer than five means. */
    long exponential(double meanMs) {
        var drawn = -StrictMath.log(1 - random.nextDouble()) * meanMs;
        return Math.round(Math.min(drawn, 5 * meanMs));
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
