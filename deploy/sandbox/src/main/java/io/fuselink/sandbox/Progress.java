/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What the operator sees while waiting: plain lines, each after the seconds since the start, fit for a terminal and for a file. */
public final class Progress {

    private static final long REPEAT_AFTER_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final PrintStream out;
    private final long start = System.nanoTime();
    private long lastLine = start;

    private Progress(PrintStream out) {
        this.out = out;
    }

    public static Progress on(PrintStream out) {
        return new Progress(out);
    }

    /** Prints one line: a stage is reached. */
    public synchronized void say(String line) {
        lastLine = System.nanoTime();
        out.printf(Locale.ROOT, "%7.1f s  %s%n", seconds(), line);
    }

    /** Prints the line only when nothing was printed for ten seconds; call it as often as you like while waiting. */
    public synchronized void waiting(String line) {
        if (System.nanoTime() - lastLine >= REPEAT_AFTER_NANOS) {
            say(line);
        }
    }

    /** The same for a line that costs something to make up. */
    public synchronized void waiting(Supplier<String> line) {
        if (System.nanoTime() - lastLine >= REPEAT_AFTER_NANOS) {
            say(line.get());
        }
    }

    /** Seconds since the start. */
    public double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
