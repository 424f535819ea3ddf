/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.delays;

import java.util.List;
import java.util.Locale;

/**
 * One kind of delay as it was measured, in ms of the wall clock.
 *
 * @param what from what to what
 * @param whose who can shorten it: {@code ours}, {@code theirs} or {@code both}
 * @param count how many were measured; the percentiles are -1 where none was
 */
public record Delay(String what, String whose, int count, long p50, long p95, long max) {

    static Delay of(String what, String whose, List<Long> measured) {
        var sorted = measured.stream().sorted().toList();
        return new Delay(
                what,
                whose,
                sorted.size(),
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 100));
    }

    /** The smallest that at least so many of a hundred do not exceed. */
    private static long percentile(List<Long> sorted, int p) {
        return sorted.isEmpty() ? -1 : sorted.get((sorted.size() * p + 99) / 100 - 1);
    }

    /** A line of a table. */
    public String line() {
        return count == 0
                ? String.format(Locale.ROOT, "%-52s %-7s none", what, whose)
                : String.format(
                        Locale.ROOT,
                        "%-52s %-7s %6d  p50 %6d  p95 %6d  max %6d ms",
                        what,
                        whose,
                        count,
                        p50,
                        p95,
                        max);
    }
}
