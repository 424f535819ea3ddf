/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.city.City;
import io.fuselink.city.CityPlan;
import io.fuselink.city.Incident;
import io.fuselink.city.Persona;
import io.fuselink.events.Page;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A platform's bindings fall silent while its couriers and drivers go on: nobody is accused, and a person is paged. */
class SilentBindingsITCase {
    /** What a call without a binding leads to. */
    private static final List<String> FOR_WANT_OF_A_BINDING =
            List.of("unbound-calls", "expired-binding-reuse");

    @RegisterExtension
    static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    @TempDir static Path folder;

    @Test
    void nobodyIsAccusedForWantOfABindingThatDidNotArrive() throws Exception {
        var plan =
                new CityPlan(400, 3, 5)
                        .withCast(Persona.COURIER, Persona.RIDER, Persona.DRIVER)
                        .withIncident(Incident.SILENT_BIND);
        var story = Story.of("silent");
        for (var record : City.of(plan)) {
            if (!record.isGarbage()) {
                story.tell(record.event());
            }
        }

        var outcome = new Telling(RuntimeExecutionMode.BATCH, 1).hear(List.of(story), folder);

        assertThat(outcome.findings())
                .noneMatch(finding -> FOR_WANT_OF_A_BINDING.contains(finding.detector()));
        assertThat(outcome.pages())
                .extracting(Page::kind)
                .contains("BINDING_FEED_SILENT", "BINDING_FEED_LAGGING");
    }
}
