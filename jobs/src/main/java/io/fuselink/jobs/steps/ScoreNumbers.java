/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Finding;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.jobs.order.Bulletin;
import io.fuselink.jobs.policy.PolicyTimeline;
import io.fuselink.jobs.topology.SideOutputs;
import io.fuselink.jobs.topology.Uids;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.features.NumberFeatures;
import io.fuselink.models.scoring.ServedModel;
import io.fuselink.models.texts.TextScorer;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Step 9: scores profiles that are due with the model in force at their time. A score is behaviour
 * evidence, or content evidence where only what was heard makes it one, and cannot act alone. Which model is in force is a matter of the policy
 * ({@link ModelTimeline}); a challenger scores the same rows in the shadow and never concludes.
 *
 * <p>A tenure has one finding an hour. What was said lately is remembered by the task only, to spare
 * telling it again and explaining it again: after a restart some findings come twice, under the same id.
 */
public final class ScoreNumbers extends BroadcastProcessFunction<NumberSnapshot, Bulletin, Finding>
        implements CheckpointedFunction {
    private static final int REMEMBERED = 1 << 14;

    private final ScorerSource source;
    private transient PolicyTimeline policy;
    private transient ModelTimeline models;
    private transient ModelWatch watch;

    private transient FirstSaid said;

    /** Where a task gets its models from: the one it starts with, and those that a policy names. */
    @FunctionalInterface
    public interface ScorerSource extends Serializable {
        ServedModel open();

        /**
         * The published model of a label.
         *
         * @throws io.fuselink.models.bundle.BundleException if there is none, or it does not fit the code
         */
        default ServedModel open(String label) {
            return open();
        }

        /** The text model to start with; none unless a centre has published one. */
        default Optional<TextScorer> texts() {
            return Optional.empty();
        }

        /**
         * The published text model of a label.
         *
         * @throws io.fuselink.models.bundle.BundleException if there is none, or it does not fit the code
         */
        default TextScorer openTexts(String label) {
            throw RegistrySource.none(label);
        }

        /** The model that ships with the job, and no other. */
        static ScorerSource shipped() {
            return new Shipped();
        }

        /** The last champion of a registry folder, or else the shipped model, and every bundle in the folder. */
        static ScorerSource registry(String folder) {
            return new RegistrySource(folder);
        }

        /** A model that never speaks, where scores are not wanted. */
        static ScorerSource silent() {
            return () -> ServedModel.silent(NumberFeatures.SCHEMA);
        }

        /** The same, while a text model hears the calls: what it hears is a feature. */
        static ScorerSource hearing(String bundle) {
            return new Hearing(bundle);
        }
    }

    private record Shipped() implements ScorerSource {
        @Override
        public ServedModel open() {
            return ServedModel.of(ModelBundle.shipped());
        }

        @Override
        public ServedModel open(String label) {
            throw RegistrySource.none(label);
        }
    }

    /** @param bundle its file as text: paths do not travel */
    private record Hearing(String bundle) implements ScorerSource {
        @Override
        public ServedModel open() {
            return ServedModel.silent(NumberFeatures.SCHEMA);
        }

        @Override
        public Optional<TextScorer> texts() {
            return Optional.of(TextScorer.of(ModelBundle.read(Path.of(bundle))));
        }
    }

    public ScoreNumbers(ScorerSource source) {
        this.source = source;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        policy = PolicyTimeline.restore(context.getOperatorStateStore());
        models = new ModelTimeline(source);
        policy.accepted().forEach(models::add);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // The timeline lives in broadcast state; what was said lately may be forgotten.
    }

    @Override
    public void open(OpenContext context) {
        watch =
                new ModelWatch(
                        Uids.SCORE_NUMBERS,
                        getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
        said = new FirstSaid(REMEMBERED);
    }

    @Override
    public void processElement(
            NumberSnapshot snapshot, ReadOnlyContext context, Collector<Finding> out) {
        var shift = models.at(snapshot.at());
        var features = NumberFeatures.of(snapshot);
        var score = shift.champion().score(features);
        var accused = score >= shift.champion().threshold();
        watch.saw(snapshot, features, score, accused, shift)
                .forEach(health -> context.output(SideOutputs.HEALTH, health));
        if (!accused) {
            return;
        }
        var family = ModelFinding.family(snapshot, shift.champion(), features);
        if (said.say(ModelFinding.id(snapshot, family), snapshot.at())) {
            out.collect(
                    ModelFinding.of(
                            snapshot,
                            shift,
                            family,
                            features,
                            score,
                            policy.at(snapshot.at()).version()));
        }
    }

    @Override
    public void processBroadcastElement(Bulletin bulletin, Context context, Collector<Finding> out)
            throws Exception {
        var version = bulletin.policy();
        if (policy.add(version)) {
            var shift = models.add(version);
            context.output(SideOutputs.HEALTH, watch.takes(version, shift));
            policy.forget(context.currentWatermark());
        }
    }
}
