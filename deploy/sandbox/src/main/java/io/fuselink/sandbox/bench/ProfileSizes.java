/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.jobs.steps.ProfileNumbers;
import io.fuselink.jobs.topology.Uids;
import java.io.IOException;
import java.net.URI;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;

/** How large the profiles of numbers are that call, as the job's own metric says. */
final class ProfileSizes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProfileSizes() {}

    /** Median of the profiles written last, bytes: of numbers as often as they call, so of busy ones first; −1 before any. */
    static long median(URI flink, JobID job) throws IOException {
        var path = "/jobs/" + job;
        for (var vertex : read(flink, path).get("vertices")) {
            if (Steps.ofTask(vertex.get("name").asText()).equals(Uids.PROFILE_NUMBERS)) {
                var name = Uids.PROFILE_NUMBERS + "." + ProfileNumbers.SIZE_METRIC + "_median";
                var metrics =
                        read(
                                flink,
                                "%s/vertices/%s/subtasks/metrics?get=%s"
                                        .formatted(path, vertex.get("id").asText(), name));
                return StreamSupport.stream(metrics.spliterator(), false)
                        .mapToLong(metric -> Math.round(metric.path("avg").asDouble()))
                        .findFirst()
                        .orElse(-1);
            }
        }
        return -1;
    }

    private static JsonNode read(URI flink, String path) throws IOException {
        return JSON.readTree(flink.resolve(path).toURL());
    }
}
