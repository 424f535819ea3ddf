/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import one.convert.Arguments;
import one.convert.JfrToFlame;

/** Records where this process spends its time, by the JVM's own recorder, and draws it as one HTML page. */
final class FlameGraph {
    private final Path page;
    private final Path work;
    private final Recording recording;

    private FlameGraph(Path page, Path work, Recording recording) {
        this.page = page;
        this.work = work;
        this.recording = recording;
    }

    /**
     * Begins to record.
     *
     * @param page where the page goes; null for no flame graph
     */
    static FlameGraph of(Path page, Path work) throws IOException, ParseException {
        if (page == null) {
            return new FlameGraph(null, work, null);
        }
        var recording = new Recording(Configuration.getConfiguration("profile"));
        recording.start();
        return new FlameGraph(page, work, recording);
    }

    /** Ends the recording and writes the page, by thread. */
    void finish() throws IOException {
        if (page == null) {
            return;
        }
        var raw = work.resolve("bench.jfr");
        recording.stop();
        recording.dump(raw);
        recording.close();
        JfrToFlame.convert(
                raw.toString(),
                page.toString(),
                new Arguments("--threads", "--title", "fuselink bench"));
    }
}
