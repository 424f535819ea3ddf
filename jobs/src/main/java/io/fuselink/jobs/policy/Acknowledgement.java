/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.policy;

import io.fuselink.events.Health;
import io.fuselink.events.HealthKind;
import io.fuselink.events.HealthState;
import io.fuselink.events.Ids;
import io.fuselink.events.PolicyVersion;
import org.apache.flink.api.common.TaskInfo;

/** How a subtask says which policy version it has, and which it works by: one statement of health each. */
public final class Acknowledgement {
    private final String step;
    private final int subtask;

    /**
     * @param step uid of the step
     * @param task the subtask that speaks
     */
    public Acknowledgement(String step, TaskInfo task) {
        this.step = step;
        this.subtask = task.getIndexOfThisSubtask();
    }

    /** It is in the timeline. */
    public Health accepted(PolicyVersion policy) {
        return says(policy, HealthState.ACCEPTED, policy.publishedAt(), "will work by");
    }

    /** Its time has come. */
    public Health running(PolicyVersion policy) {
        return says(policy, HealthState.RUNNING, policy.validFrom(), "works by");
    }

    private Health says(PolicyVersion policy, HealthState state, long at, String what) {
        return new Health(
                Ids.hash("policy", step, subtask, policy.version(), policy.validFrom()),
                HealthKind.POLICY,
                step,
                subtask,
                state,
                policy.version(),
                0,
                policy.version(),
                policy.validFrom(),
                at,
                "task %d of %s %s policy version %d"
                        .formatted(subtask, step, what, policy.version()));
    }
}
