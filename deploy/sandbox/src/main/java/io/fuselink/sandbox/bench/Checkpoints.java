/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
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
    private static final ObjectMapper JSON = new ObjectMapper();

    static Checkpoints of(URI flink, JobID job) throws IOException {
        var jobPath = "/jobs/" + job;
        var stats = read(flink, jobPath + "/checkpoints");
        var duration = stats.at("/summary/end_to_end_duration");
        var bytes = new TreeMap<String, Long>();
        var latest = stats.at("/latest/completed/id");
        if (!latest.isMissingNode()) {
            var details = read(flink, jobPath + "/checkpoints/details/" + latest.asLong());
            for (var vertex : read(flink, jobPath).get("vertices")) {
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

    private static JsonNode read(URI flink, String path) throws IOException {
        return JSON.readTree(flink.resolve(path).toURL());
    }

    long bytes() {
        return bytesByStep.values().stream().mapToLong(Long::longValue).sum();
    }

    /** State of one step, bytes. */
    long bytes(String step) {
        return bytesByStep.getOrDefault(step, 0L);
    }
}
