/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

/**
 * How often and when an unclear attempt is made again: each wait is four times the one before.
 *
 * @param attempts after so many a limit counts as failed; a release never gives up
 * @param firstMs wait after the first attempt, ms
 */
public record Retries(int attempts, long firstMs) {
    /** The first attempt and three more (domain.md §6.2), after 1, 4 and 16 s. */
    public static final Retries STANDARD = new Retries(4, 1_000);

    /** Somebody waits to be released: never longer than a minute. */
    private static final long LONGEST_MS = 60_000;

    long waitMs(int attemptsMade) {
        var wait = firstMs;
        for (var i = 1; i < attemptsMade && wait < LONGEST_MS; i++) {
            wait *= 4;
        }
        return Math.min(wait, LONGEST_MS);
    }
}
