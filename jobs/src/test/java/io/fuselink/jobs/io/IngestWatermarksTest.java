/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io;

import static io.fuselink.jobs.io.Sample.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.CallEvent;
import io.fuselink.events.ClockTick;
import io.fuselink.events.DeadLetter;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Header;
import io.fuselink.events.Received;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

final class IngestWatermarksTest {
    private static final long LATENESS = Feed.CALLS.latenessMs();

    private final IngestWatermarks strategy = IngestWatermarks.of(Feed.CALLS);
    private final WatermarkGenerator<Received> calls = strategy.createWatermarkGenerator(null);
    private final Emitted emitted = new Emitted();

    @Test
    void timeFollowsTheGateway() {
        assertThat(after(call(NOON, NOON + 50))).isEqualTo(NOON + 50 - LATENESS - 1);
    }

    @Test
    void aClockRunningAheadDragsNobodyAlong() {
        assertThat(after(call(NOON + 200_000, NOON))).isEqualTo(NOON - LATENESS - 1);
    }

    @Test
    void aRecordAcceptedLateCountsNowAndIsNotLate() {
        var before = after(call(NOON, NOON));
        var late = call(NOON - 36_000_000, NOON);

        assertThat(timestamp(late)).isGreaterThan(before);
    }

    @Test
    void timeStandsStillBeforeTheFirstRecordAndOnDeadLetters() {
        var dead = Received.dead(Sample.of(DeadLetter.class, Map.of("at", NOON)));

        assertThat(after(dead)).isEqualTo(Long.MIN_VALUE);
        assertThat(timestamp(dead)).isEqualTo(NOON);
    }

    @Test
    void aHeartbeatMovesASilentPartition() {
        var tick = Event.of(header(NOON, NOON), new ClockTick("joint-centre", 1));

        assertThat(after(Received.understood(tick))).isEqualTo(NOON - LATENESS - 1);
    }

    /** Accepted in order, happened whenever: nothing ever falls behind the watermark, and one ms more would be too much. */
    @Property
    void theWatermarkIsExact(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(max = 1_000) Integer> ingestSteps,
            @ForAll @Size(50) List<@IntRange(min = -40_000, max = 40_000) Integer> delays) {
        var generator = strategy.createWatermarkGenerator(null);
        var output = new Emitted();
        var ingest = NOON;
        for (var i = 0; i < ingestSteps.size(); i++) {
            ingest += ingestSteps.get(i);
            var call = call(ingest - delays.get(i), ingest);
            assertThat(timestamp(call)).isGreaterThan(output.last);

            generator.onEvent(call, timestamp(call), output);
            generator.onPeriodicEmit(output);

            var latestPossible = call(Long.MIN_VALUE, ingest);
            assertThat(timestamp(latestPossible)).isEqualTo(output.last + 1);
        }
    }

    private long after(Received received) {
        calls.onEvent(received, timestamp(received), emitted);
        calls.onPeriodicEmit(emitted);
        return emitted.last;
    }

    private long timestamp(Received received) {
        return strategy.createTimestampAssigner(null).extractTimestamp(received, 0);
    }

    private static Received call(long eventTime, long ingestTime) {
        return Received.understood(
                Event.of(header(eventTime, ingestTime), Sample.of(CallEvent.class, Map.of())));
    }

    private static Header header(long eventTime, long ingestTime) {
        return Sample.of(Header.class, Map.of("eventTime", eventTime, "ingestTime", ingestTime));
    }

    private static final class Emitted implements WatermarkOutput {
        private long last = Long.MIN_VALUE;

        @Override
        public void emitWatermark(Watermark watermark) {
            last = watermark.getTimestamp();
        }

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
    }
}
