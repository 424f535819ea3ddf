/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

import io.fuselink.city.Parcel;
import io.fuselink.events.codec.WireCodec;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;

/** What reading a record off the wire costs alone, on a warm JVM: part of the sources' share, and their lower bound. */
final class DecodeCost {
    private static final int RECORDS = 20_000;
    private static final int ROUNDS = 30;

    private DecodeCost() {}

    /** CPU of one record of the workload's mix, µs. */
    static double perEventUs(long seed) {
        var parcels = new ArrayList<Parcel>(RECORDS);
        Workload.of(RECORDS, RECORDS, seed).stretch(RECORDS).forEachRemaining(parcels::add);
        var codec = new WireCodec();
        var threads = ManagementFactory.getThreadMXBean();
        var startNs = 0L;
        var understood = 0L;
        for (var round = 0; round < ROUNDS; round++) {
            if (round == ROUNDS / 2) {
                startNs = threads.getCurrentThreadCpuTime(); // warm from here on
            }
            for (var parcel : parcels) {
                var received = codec.decode(parcel.feed(), parcel.value(), "0@0", 0);
                understood += received.event() == null ? 0 : 1;
            }
        }
        var usedNs = threads.getCurrentThreadCpuTime() - startNs;
        if (understood == 0) {
            throw new IllegalStateException("no record of the workload was understood");
        }
        return Math.round(usedNs / 10.0 / ((long) parcels.size() * (ROUNDS - ROUNDS / 2))) / 100.0;
    }
}
