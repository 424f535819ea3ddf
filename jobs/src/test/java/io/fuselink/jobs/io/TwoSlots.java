/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io;

import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;

/** A small Flink inside the test's JVM. */
public final class TwoSlots {
    private TwoSlots() {}

    public static MiniClusterExtension cluster() {
        return new MiniClusterExtension(
                new MiniClusterResourceConfiguration.Builder()
                        .setNumberTaskManagers(1)
                        .setNumberSlotsPerTaskManager(2)
                        .build());
    }
}
