/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What one benchmark loads and how it runs.
 *
 * @param numbers live numbers of the city
 * @param events wire events of the flat-out run
 * @param rate wire events per second of the paced run; 0 = 70 % of what the flat-out run sustained
 * @param paced length of the paced run
 * @param state state backend of the jobs
 * @param flameGraph where to write the flame graph of the flat-out run, null for none
 */
public record BenchPlan(
        int numbers,
        long events,
        double rate,
        Duration paced,
        StateBackend state,
        long seed,
        Path flameGraph) {
    /** What is left for bursts: the paced run takes this share of the sustained rate. */
    static final double LOAD = 0.7;

    /** No machine of the kind this runs on takes more than this, events per second. */
    private static final double FASTEST = 150_000;

    /** Events of both runs together, if the paced one is as fast as can be. */
    long eventsAtMost() {
        return events + Math.round((rate > 0 ? rate : FASTEST * LOAD) * paced.toSeconds());
    }

    /** Where the jobs keep their state. */
    public enum StateBackend {
        HEAP("hashmap"),
        ROCKSDB("rocksdb");

        private final String flinkName;

        StateBackend(String flinkName) {
            this.flinkName = flinkName;
        }

        String flinkName() {
            return flinkName;
        }
    }
}
