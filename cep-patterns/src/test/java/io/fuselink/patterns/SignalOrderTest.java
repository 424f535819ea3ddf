/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import static io.fuselink.patterns.Told.TWO_PM;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalOrderTest {
    private final Signal earlierCall = at(SignalCode.STRANGER_LONG_CALL, TWO_PM - 1, "z");
    private final Signal threat = at(SignalCode.SCRIPT_STAGE_THREAT, TWO_PM, "b");
    private final Signal steer = at(SignalCode.SCRIPT_STAGE_STEER, TWO_PM, "a");
    private final Signal steerOfAnother = at(SignalCode.SCRIPT_STAGE_STEER, TWO_PM, "c");

    @Test
    void ordersByTheTimeToldOfThenByTheStoryThenById() {
        var sorted =
                List.of(steerOfAnother, steer, threat, earlierCall).stream()
                        .sorted(new SignalOrder())
                        .toList();

        assertThat(sorted.subList(0, 2)).containsExactly(earlierCall, threat);
        assertThat(sorted.subList(2, 4))
                .extracting(Signal::id)
                .isSorted()
                .containsExactlyInAnyOrder(steer.id(), steerOfAnother.id());
    }

    private static Signal at(SignalCode code, long windowStart, String victim) {
        return Told.about(code, Told.victim(victim), windowStart, TWO_PM);
    }
}
