/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

import java.nio.file.Path;
import org.apache.logging.log4j.core.config.Configurator;

/** The one file that takes what is not for the operator's eyes: the servers' logs and the traces of unexpected failures. */
public final class LogFile {

    /** Read by {@code log4j2.xml}; the launcher sets it to a temporary file. */
    private static final String PROPERTY = "fuselink.log";

    private LogFile() {}

    /** Logs to {@code fuselink.log} in {@code directory} from now on. */
    public static void in(Path directory) {
        use(directory.resolve("fuselink.log"));
    }

    /** Logs to {@code file} from now on; it is created with its first line. */
    public static void use(Path file) {
        System.setProperty(PROPERTY, file.toAbsolutePath().toString());
        Configurator.reconfigure();
    }

    /** A new file among the temporary ones; nothing is created until something is logged. */
    public static void temporary() {
        use(
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "fuselink-" + ProcessHandle.current().pid() + ".log"));
    }

    public static Path current() {
        return Path.of(System.getProperty(PROPERTY, "fuselink.log")).toAbsolutePath();
    }
}
