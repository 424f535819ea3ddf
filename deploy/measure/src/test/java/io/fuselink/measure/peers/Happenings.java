/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The load: about a thousand happenings a second spread over all numbers, 1 % hooks, 5 % grips; same seed, same load. */
final class Happenings {
    private static final long NOON = 1_767_240_000_000L;
    private static final int PERCENT_HOOKS = 1;
    private static final int PERCENT_GRIPS = 5;

    private Happenings() {}

    /** Happenings in the order of time, some of them at one instant. */
    static List<Happening> of(int events, int numbers, long seed) {
        var random = new Random(seed);
        var digits =
                IntStream.range(0, numbers)
                        .mapToObj(i -> "1%010d".formatted(i))
                        .toArray(String[]::new);
        var happenings = new ArrayList<Happening>(events);
        var at = NOON;
        for (var place = 0; place < events; place++) {
            at += random.nextInt(3);
            var number = digits[random.nextInt(numbers)];
            happenings.add(new Happening(number, kind(random.nextInt(100)), at, place));
        }
        return happenings;
    }

    private static Happening.Kind kind(int percent) {
        if (percent < PERCENT_HOOKS) {
            return Happening.Kind.HOOK;
        }
        return percent < PERCENT_HOOKS + PERCENT_GRIPS ? Happening.Kind.GRIP : Happening.Kind.OTHER;
    }
}
