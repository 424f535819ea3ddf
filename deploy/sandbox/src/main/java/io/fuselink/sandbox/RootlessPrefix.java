/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words before a command that must not run as root: Elasticsearch refuses to, unconditionally. */
final class RootlessPrefix {

    private static final int NOBODY = 65_534;
    private static final List<String> NAMESPACE =
            List.of("unshare", "--map-user=1000", "--map-group=1000");

    private RootlessPrefix() {}

    /** Nothing for an ordinary user; for root a user namespace or, where those are forbidden, nobody, who is given {@code work}. */
    static List<String> forFilesIn(Path work) throws IOException {
        if (!isRoot()) {
            return List.of();
        }
        if (works(NAMESPACE)) {
            return NAMESPACE;
        }
        List<String> asNobody =
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        if (works(asNobody)) {
            giveToNobody(work);
            return asNobody;
        }
        throw OperatorError.environment(
                "Elasticsearch refuses to run as root, and neither unshare nor setpriv works here; run fuselink as an ordinary user.");
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static boolean works(List<String> prefix) {
        var command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void giveToNobody(Path work) throws IOException {
        try (var files = Files.walk(work)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", NOBODY);
                Files.setAttribute(file, "unix:gid", NOBODY);
            }
        }
    }
}
