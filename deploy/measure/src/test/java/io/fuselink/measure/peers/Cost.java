/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.peers;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * What one peer cost.
 *
 * @param eventsPerS of the wall clock: a machine with other work to do shows here
 * @param cpuUsPerEvent CPU per input event of the thread that all work is done in; without compiler and collector
 */
record Cost(String engine, long matches, double eventsPerS, double cpuUsPerEvent) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Of the second of two runs; in the first one the engine sees every event, to become compiled code. */
    static Cost of(Peer peer, List<Happening> happenings) throws Exception {
        new Peer(peer.name(), false, peer.engine()).matches(happenings);
        System.gc();
        try (var engine = peer.engine().open()) {
            var cpu = THREADS.getCurrentThreadCpuTime();
            var begin = System.nanoTime();
            peer.feed(engine, happenings);
            var elapsed = System.nanoTime() - begin;
            var used = THREADS.getCurrentThreadCpuTime() - cpu;
            return new Cost(
                    peer.name(),
                    engine.matches(),
                    Math.rint(happenings.size() * 1e9 / elapsed),
                    used / 1e3 / happenings.size());
        }
    }
}
