/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Channel;
import io.fuselink.events.Event;
import io.fuselink.events.TranscriptSegment;
import io.fuselink.jobs.order.Bulletin;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.jobs.topology.Uids;
import io.fuselink.models.texts.TextScorer;
import io.fuselink.patterns.script.Opening;
import io.fuselink.patterns.script.ScriptReader;
import io.fuselink.patterns.script.SegmentHits;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Step 2b: reads the words of a transcript segment and lets them go; only what was read travels on. Phrases
 * and slots are read by the lexicon, and put into a bag by the text model in force at the segment's time,
 * where there is one.
 */
public final class MatchText extends BroadcastProcessFunction<Event, Bulletin, TextHit>
        implements CheckpointedFunction {
    private final ScoreNumbers.ScorerSource source;
    private transient ScriptReader reader;
    private transient TextModels models;

    public MatchText(ScoreNumbers.ScorerSource source) {
        this.source = source;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        models = TextModels.restore(Uids.MATCH_TEXT, source, context.getOperatorStateStore());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // The timeline lives in broadcast state.
    }

    @Override
    public void open(OpenContext context) {
        reader = ScriptReader.standard();
    }

    @Override
    public void processElement(Event event, ReadOnlyContext context, Collector<TextHit> out) {
        out.collect(read(event, reader, models.at(event.ts())));
    }

    @Override
    public void processBroadcastElement(Bulletin bulletin, Context context, Collector<TextHit> out)
            throws Exception {
        models.add(
                        bulletin.policy(),
                        context.currentWatermark(),
                        getRuntimeContext().getTaskInfo().getIndexOfThisSubtask())
                .ifPresent(health -> context.output(SideOutputs.HEALTH, health));
    }

    /** What a segment says to the lexicon and to a model; null where there is no model. */
    static TextHit read(Event event, ScriptReader reader, TextScorer model) {
        var segment = event.transcript();
        var words = model == null ? null : model.bag(segment.text());
        var hits = reader.read(segment.text());
        return new TextHit(
                event.header().eventId(),
                event.header().provider(),
                segment.callId(),
                segment.segNo(),
                segment.channel(),
                segment.fromTk(),
                segment.toTk(),
                segment.beginMs(),
                segment.endMs(),
                segment.last(),
                event.ts(),
                hits,
                words,
                words == null ? 0 : model.score(words),
                opening(segment, hits));
    }

    /** Whom errands, menus or warnings begin with the same words for is nobody's machine. */
    private static List<Long> opening(TranscriptSegment segment, SegmentHits hits) {
        var begins = segment.segNo() == 0 && segment.last() && segment.channel() == Channel.CALLER;
        var harmless = hits.advisory() || hits.legit() > 0 || hits.legitUnlessAnchor() > 0;
        return begins && !harmless ? Opening.of(segment.text()) : List.of();
    }
}
