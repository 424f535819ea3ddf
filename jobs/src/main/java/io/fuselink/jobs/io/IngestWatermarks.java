/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io;

import io.fuselink.events.Feed;
import io.fuselink.events.Received;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * How time passes in one feed: it follows when the gateway accepted records, never when they claim to
 * have happened. A record counts at {@code max(event time, ingest time − lateness)}, so everything
 * behind {@code ingest time − lateness} is complete, and a clock running ahead drags nobody along.
 */
public final class IngestWatermarks implements WatermarkStrategy<Received> {
    private static final long serialVersionUID = 1L;

    private final long latenessMs;

    private IngestWatermarks(long latenessMs) {
        this.latenessMs = latenessMs;
    }

    public static IngestWatermarks of(Feed feed) {
        return of(feed.latenessMs());
    }

    /** For feeds that share a lateness, ms. */
    public static IngestWatermarks of(long latenessMs) {
        return new IngestWatermarks(latenessMs);
    }

    @Override
    public TimestampAssigner<Received> createTimestampAssigner(
            TimestampAssignerSupplier.Context context) {
        return (received, recordTimestamp) ->
                received.event() == null ? received.deadLetter().at() : received.event().ts();
    }

    @Override
    public WatermarkGenerator<Received> createWatermarkGenerator(
            WatermarkGeneratorSupplier.Context context) {
        return new Generator(latenessMs);
    }

    private static final class Generator implements WatermarkGenerator<Received> {
        private final long latenessMs;
        private long accepted = Long.MIN_VALUE;

        Generator(long latenessMs) {
            this.latenessMs = latenessMs;
        }

        /** Dead letters carry no time that could be trusted: they do not move it. */
        @Override
        public void onEvent(Received received, long timestamp, WatermarkOutput output) {
            if (received.event() != null) {
                accepted = Math.max(accepted, received.event().header().ingestTime());
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            if (accepted != Long.MIN_VALUE) {
                output.emitWatermark(new Watermark(accepted - latenessMs - 1));
            }
        }
    }
}
