/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs;

import io.fuselink.jobs.io.files.JsonLinesSink;
import io.fuselink.jobs.topology.DetectionStreams;
import java.nio.file.Path;

/** Everything the detection tells, as JSON lines in one folder: a file for each kind of output. */
public final class OutputFiles {
    private OutputFiles() {}

    public static void write(DetectionStreams streams, Path folder) {
        JsonLinesSink.write(streams.findings(), folder, "findings");
        JsonLinesSink.write(streams.assessments(), folder, "assessments");
        JsonLinesSink.write(streams.bundles(), folder, "bundles");
        JsonLinesSink.write(streams.legs(), folder, "legs");
        JsonLinesSink.write(streams.pages(), folder, "pages");
        JsonLinesSink.write(streams.deadLetters(), folder, "dead-letters");
        JsonLinesSink.write(streams.health(), folder, "health");
        JsonLinesSink.write(streams.cards(), folder, "cards");
        JsonLinesSink.write(streams.proofs(), folder, "proofs");
        JsonLinesSink.write(streams.receipts(), folder, "receipts");
    }
}
