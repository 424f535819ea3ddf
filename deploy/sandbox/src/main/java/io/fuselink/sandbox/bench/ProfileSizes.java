/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.fuselink.jobs.steps.ProfileNumbers;
import io.fuselink.jobs.topology.Uids;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;

/** How large the profiles of numbers are that call, as the job's own metric says. */
final class ProfileSizes {
    private static final String NAME =
            Uids.PROFILE_NUMBERS + "." + ProfileNumbers.SIZE_METRIC + "_median";

    /** Flink gathers metrics when it is asked for them, and tells what it gathered when it is asked again. */
    private static final int ASKED = 30;

    private ProfileSizes() {}

    /** Median of the profiles written last, bytes: of numbers as often as they call, so of busy ones first; −1 before any. */
    static long median(FlinkPages flink, JobID job) throws IOException, InterruptedException {
        var path = "/jobs/" + job;
        for (var vertex : flink.read(path).get("vertices")) {
            if (Steps.ofTask(vertex.get("name").asText()).equals(Uids.PROFILE_NUMBERS)) {
                return median(
                        flink,
                        "%s/vertices/%s/subtasks/metrics?get=%s"
                                .formatted(path, vertex.get("id").asText(), NAME));
            }
        }
        return -1;
    }

    private static long median(FlinkPages flink, String page)
            throws IOException, InterruptedException {
        for (var asked = 0; asked < ASKED; asked++) {
            for (JsonNode metric : flink.read(page)) {
                return Math.round(metric.path("avg").asDouble());
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return -1;
    }
}
