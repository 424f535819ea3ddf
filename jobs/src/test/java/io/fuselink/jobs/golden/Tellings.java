/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.RuntimeExecutionMode;

/**
 * Stories told in every way there is: as a stream and as a batch, by one task and by two.
 *
 * @param outcome of the batch by one task, which scenarios are read off
 */
record Tellings(Outcome outcome, List<Outcome> again) {

    static Tellings of(List<Story> stories, Path folder) throws Exception {
        var first = tell(stories, folder, RuntimeExecutionMode.BATCH, 1);
        var again = new ArrayList<Outcome>();
        again.add(tell(stories, folder, RuntimeExecutionMode.BATCH, 2));
        again.add(tell(stories, folder, RuntimeExecutionMode.STREAMING, 1));
        again.add(tell(stories, folder, RuntimeExecutionMode.STREAMING, 2));
        return new Tellings(first, again);
    }

    private static Outcome tell(
            List<Story> stories, Path folder, RuntimeExecutionMode mode, int parallelism)
            throws Exception {
        return new Telling(mode, parallelism)
                .hear(stories, folder.resolve(mode + "-" + parallelism));
    }

    /** All ways come to findings, assessments, episodes, bundles and legs of the same ids. */
    void areTheSame() {
        for (var other : again) {
            assertThat(difference(other.ids(), outcome.ids())).as("only in the other").isEmpty();
            assertThat(difference(outcome.ids(), other.ids())).as("only in the batch").isEmpty();
        }
    }

    private static Set<String> difference(Set<String> all, Set<String> known) {
        var unknown = new TreeSet<>(all);
        unknown.removeAll(known);
        return unknown;
    }
}
