/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.peers;

/**
 * One engine at work on the pattern, fed by direct calls from one thread: every hook followed by the
 * first grip on the same number less than ten minutes later is a match.
 */
interface Engine extends AutoCloseable {
    long WITHIN_MS = 10 * 60_000L;

    /** Begins with empty memory. */
    @FunctionalInterface
    interface Source {
        Engine open() throws Exception;
    }

    /** Happenings come in the order of time. */
    void tell(Happening happening) throws Exception;

    /** Nothing before this time will come any more. */
    default void passed(long time) throws Exception {}

    long matches();
}
