/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.List;
import java.util.SplittableRandom;

/** One resident's chance, derived from the seed of the city and the resident's own place in it. */
final class Dice {
    private final long seed;
    private final SplittableRandom random;

    private Dice(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    static Dice of(long seed, String who, long index) {
        return new Dice(seed * 31 + who.hashCode() * 1_000_003L + index);
    }

    /** The chance of somebody at a moment: the same for the same two, whatever was thrown before. */
    Dice of(int place, long now) {
        // Two odd factors, so that neighbours and moments share no stream.
        return new Dice(seed + place * 0xD1342543DE82EF95L + now * 0xDA942042E4DD58B5L);
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
