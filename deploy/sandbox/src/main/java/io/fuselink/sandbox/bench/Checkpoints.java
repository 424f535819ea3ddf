/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobID;

/**
 * What the checkpoints of a job cost, as Flink tells it.
 *
 * @param count completed ones
 * @param medianMs from trigger to the last acknowledgement
 * @param longestMs likewise
 * @param bytesByStep size of the last one's state, by step
 */
record Checkpoints(long count, long medianMs, long longestMs, Map<String, Long> bytesByStep) {
    static Checkpoints of(FlinkPages flink, JobID job) throws IOException {
        var jobPath = "/jobs/" + job;
        var stats = flink.read(jobPath + "/checkpoints");
        var duration = stats.at("/summary/end_to_end_duration");
        var bytes = new TreeMap<String, Long>();
        var latest = stats.at("/latest/completed/id");
        if (!latest.isMissingNode()) {
            var details = flink.read(jobPath + "/checkpoints/details/" + latest.asLong());
            for (var vertex : flink.read(jobPath).get("vertices")) {
                var size = details.at("/tasks/" + vertex.get("id").asText() + "/state_size");
                bytes.merge(Steps.ofTask(vertex.get("name").asText()), size.asLong(), Long::sum);
            }
        }
        return new Checkpoints(
                stats.at("/counts/completed").asLong(),
                duration.path("p50").asLong(),
                duration.path("max").asLong(),
                bytes);
    }

    long bytes() {
        return bytesByStep.values().stream().mapToLong(Long::longValue).sum();
    }

    /** State of one step, bytes. */
    long bytes(String step) {
        return bytesByStep.getOrDefault(step, 0L);
    }
}
