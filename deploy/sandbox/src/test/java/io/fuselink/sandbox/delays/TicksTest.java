/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.delays;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.ClockTick;
import io.fuselink.events.Event;
import io.fuselink.events.Header;
import io.fuselink.events.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A city that is played sixty times as fast: a minute of its clock is a second on the wall. */
class TicksTest {
    private static final Ticks TICKS =
            new Ticks(List.of(tick(60_000, 1_000), tick(120_000, 2_000), tick(180_000, 30_000)));

    @Test
    void betweenTwoTicksTimePassesEvenly() {
        assertThat(TICKS.wallAt(90_000)).hasValue(1_500);
        assertThat(TICKS.wallAt(60_000)).hasValue(1_000);
    }

    @Test
    void whereTheClockStoodStillNobodyKnows() {
        assertThat(TICKS.wallAt(150_000)).isEmpty();
    }

    @Test
    void norBeforeTheFirstTickAndAfterTheLast() {
        assertThat(TICKS.wallAt(59_999)).isEmpty();
        assertThat(TICKS.wallAt(180_001)).isEmpty();
    }

    private static Stamped<Event> tick(long at, long wallMs) {
        var header = new Header("tick-" + at, Source.JOINT_CENTRE, "clock", at, at, 1, null, null);
        return new Stamped<>(Event.of(header, new ClockTick("city", at)), wallMs);
    }
}
