/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Finding;
import io.fuselink.jobs.order.Bulletin;
import io.fuselink.jobs.steps.ScoreNumbers.ScorerSource;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.jobs.topology.Uids;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Step 6b: scores what a caller has said so far by the text model in force, while the call is open. A score
 * is content evidence: alone it never acts, and unless the policy makes {@code text-model} LIVE it is in
 * the shadow.
 *
 * <p>A tenure has one finding an hour. What was said lately is remembered by the task only: after a restart
 * some findings come twice, under the same id.
 */
public final class ScoreTexts extends BroadcastProcessFunction<HeardWords, Bulletin, Finding>
        implements CheckpointedFunction {
    private static final int REMEMBERED = 1 << 12;

    private final ScorerSource source;
    private transient TextModels models;

    private transient FirstSaid said;

    public ScoreTexts(ScorerSource source) {
        this.source = source;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        models = TextModels.restore(Uids.SCORE_TEXTS, source, context.getOperatorStateStore());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // The timeline lives in broadcast state; what was said lately may be forgotten.
    }

    @Override
    public void open(OpenContext context) {
        said = new FirstSaid(REMEMBERED);
    }

    @Override
    public void processElement(HeardWords heard, ReadOnlyContext context, Collector<Finding> out) {
        var model = models.at(heard.at());
        // Both steps look the model up by the same time; a bundle that one of them refused is
        // silent.
        if (model == null || !model.version().equals(heard.words().model())) {
            return;
        }
        var score = model.score(heard.words());
        if (score < model.threshold()) {
            return;
        }
        if (said.say(TextFinding.id(heard), heard.at())) {
            out.collect(TextFinding.of(heard, model, score, models.policyVersion(heard.at())));
        }
    }

    @Override
    public void processBroadcastElement(Bulletin bulletin, Context context, Collector<Finding> out)
            throws Exception {
        models.add(
                        bulletin.policy(),
                        context.currentWatermark(),
                        getRuntimeContext().getTaskInfo().getIndexOfThisSubtask())
                .ifPresent(health -> context.output(SideOutputs.HEALTH, health));
    }
}
