/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.sandbox.LogFile;
import io.fuselink.sandbox.Ports;
import io.fuselink.sandbox.WorkDir;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of every command that starts the embedded servers. */
final class ServerOptions {

    /** Two jobs on two cores, and as many slots again for a third and a restart. */
    static final int SLOTS = 8;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description =
                    "Listen on N (Kafka), N+1 (its controller), N+2 (Elasticsearch), N+3 (its transport), N+4 (Flink) and N+5 (the board); free ports without it.")
    private Integer portBase;

    @Option(
            names = "--work-dir",
            paramLabel = "DIR",
            description =
                    "Keep the servers' data and logs in DIR; a temporary directory without it.")
    private Path workDir;

    Ports ports() {
        return portBase == null ? Ports.free() : Ports.from(portBase);
    }

    /** The directory of this run, which from now on has the log too. */
    WorkDir workDir() {
        WorkDir chosen = workDir == null ? WorkDir.temporary() : WorkDir.kept(workDir);
        LogFile.in(chosen.path());
        return chosen;
    }
}
