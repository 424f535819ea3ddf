/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU this process has used: broker, Flink, player and counterparties together; Elasticsearch is a process of its own. */
final class CpuClock {
    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long startedNs = system.getProcessCpuTime();

    /** CPU since this clock was made, µs. */
    double usedUs() {
        return (system.getProcessCpuTime() - startedNs) / 1e3;
    }
}
