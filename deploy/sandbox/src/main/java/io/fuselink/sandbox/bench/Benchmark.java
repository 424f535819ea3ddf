/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.Ports;
import io.fuselink.sandbox.Progress;
import io.fuselink.sandbox.SandboxServers;
import io.fuselink.sandbox.WorkDir;

/** Starts the servers, runs one benchmark on them and stops them. */
public final class Benchmark {
    private Benchmark() {}

    public static BenchReport run(
            BenchPlan plan, Ports ports, WorkDir work, int slots, Progress progress)
            throws Exception {
        try (var servers = SandboxServers.start(ports, work, slots, progress);
                var run = new BenchRun(servers, work.path(), plan, progress)) {
            return keepingWhatFailed(run, work);
        }
    }

    /** Who has to find out what went wrong needs the log. */
    private static BenchReport keepingWhatFailed(BenchRun run, WorkDir work) throws Exception {
        try {
            return run.run();
        } catch (OperatorError e) {
            work.keep();
            throw e;
        }
    }
}
