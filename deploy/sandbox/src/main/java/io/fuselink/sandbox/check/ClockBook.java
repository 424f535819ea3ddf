/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.check;

import io.fuselink.events.Feed;
import io.fuselink.events.Header;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far each supplier's event_time lies from when the gateway took the record, by feed, of a thousand
 * suppliers at most. Judges feeds that arrive as things happen, and CDRs for whole hours only: those may
 * be late, but never by the same whole hours each.
 */
final class ClockBook {
    private static final int MOST_SUPPLIERS = 1_000;

    /** Fewer records tell nothing about a clock. */
    private static final int LEAST_RECORDS = 3;

    private static final long HOUR_MS = 3_600_000;

    /** How far from a whole hour still is that hour, and how far a constant delay may spread, in ms. */
    private static final long NEAR_MS = 5 * 60_000;

    /** A live feed later than this is late for every rule, in ms. */
    private static final long LATE_MS = 60_000;

    /** Ahead of its gateway by more than rounding, in ms. */
    private static final long EARLY_MS = 1_000;

    private final Faults faults;
    private final Map<String, Sample> samples = new TreeMap<>();

    /** Delays of one supplier: all at first, later every second, fourth … */
    private static final class Sample {
        private static final int SIZE = 4_096;

        private final String first;
        private final boolean live;
        private final long[] delays = new long[SIZE];
        private int size;
        private long stride = 1;
        private long seen;

        Sample(String first, boolean live) {
            this.first = first;
            this.live = live;
        }

        void add(long delay) {
            if (seen++ % stride != 0) {
                return;
            }
            if (size == SIZE) {
                for (var i = 0; i < SIZE / 2; i++) {
                    delays[i] = delays[2 * i];
                }
                size = SIZE / 2;
                stride *= 2;
            }
            delays[size++] = delay;
        }

        /** Quantile of the delays, in ms. */
        long quantile(double share) {
            var sorted = Arrays.copyOf(delays, size);
            Arrays.sort(sorted);
            return sorted[(int) (share * (size - 1))];
        }
    }

    ClockBook(Faults faults) {
        this.faults = faults;
    }

    void add(Feed feed, Header header, String position) {
        var live = feed.latenessMs() > 0;
        var name = "provider " + header.provider() + ", " + feed.wireName();
        if (!live && feed != Feed.CDRS
                || samples.size() == MOST_SUPPLIERS && !samples.containsKey(name)) {
            return;
        }
        samples.computeIfAbsent(name, n -> new Sample(position, live))
                .add(header.ingestTime() - header.eventTime());
    }

    /** So many of a source's records were refused because they had not happened yet. */
    void fromTheFuture(String source, long future, long records) {
        if (records >= LEAST_RECORDS && future * 2 > records) {
            faults.add(
                    Fault.TIME_ZONE,
                    source,
                    "%d of %d records are from the future".formatted(future, records));
        }
    }

    void close() {
        samples.forEach(this::judge);
    }

    private void judge(String supplier, Sample sample) {
        if (sample.size < LEAST_RECORDS) {
            return;
        }
        var median = sample.quantile(0.5);
        var constant = sample.quantile(0.9) - sample.quantile(0.1) <= 2 * NEAR_MS;
        var hours = Math.round((double) median / HOUR_MS);
        var seen =
                "%s: event_time is %s %s ingest_time"
                        .formatted(
                                supplier, words(Math.abs(median)), median < 0 ? "after" : "before");
        if (hours != 0 && constant && Math.abs(median - hours * HOUR_MS) <= NEAR_MS) {
            faults.add(Fault.TIME_ZONE, sample.first, seen);
        } else if (sample.live && (median > LATE_MS || median < -EARLY_MS)) {
            faults.add(Fault.CLOCK_SKEW, sample.first, seen);
        }
    }

    /** A duration for eyes. */
    static String words(long ms) {
        if (ms >= HOUR_MS) {
            return "%d h %d min".formatted(ms / HOUR_MS, ms % HOUR_MS / 60_000);
        }
        return ms >= 120_000
                ? ms / 60_000 + " min"
                : String.format(Locale.ROOT, "%.1f s", ms / 1000.0);
    }
}
