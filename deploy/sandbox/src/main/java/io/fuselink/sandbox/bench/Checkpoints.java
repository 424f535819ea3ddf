/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import org.apache.flink.api.common.JobID;

/**
 * What the checkpoints of a job cost, as Flink tells it.
 *
 * @param count completed ones
 * @param medianMs from trigger to the last acknowledgement
 * @param longestMs likewise
 * @param bytes size of the last one's state
 */
record Checkpoints(long count, long medianMs, long longestMs, long bytes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Checkpoints of(URI flink, JobID job) throws IOException {
        var stats = JSON.readTree(flink.resolve("/jobs/" + job + "/checkpoints").toURL());
        var duration = stats.at("/summary/end_to_end_duration");
        return new Checkpoints(
                stats.at("/counts/completed").asLong(),
                duration.path("p50").asLong(),
                duration.path("max").asLong(),
                stats.at("/latest/completed/state_size").asLong());
    }
}
