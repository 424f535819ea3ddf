/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Evidence;
import io.fuselink.events.Family;
import io.fuselink.events.Finding;
import io.fuselink.events.Ids;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.features.NumberFeatures;
import io.fuselink.models.scoring.CallScorer;
import io.fuselink.models.scoring.DenseScorer;
import io.fuselink.patterns.Detectors;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Step 9: scores profiles that are due with the published model. A score is behaviour evidence and, like any
 * one family, cannot act alone.
 */
public final class ScoreNumbers extends RichFlatMapFunction<NumberSnapshot, Finding> {
    private static final long HOUR_MS = 3_600_000;

    /** Behaviour alone never passes level 2 (domain.md §6.1). */
    private static final int LEVEL_CAP = 2;

    private static final int VERSION = 1;

    private final ScorerSource source;
    private transient CallScorer scorer;

    /** Where a task gets its scorer from when it starts. */
    @FunctionalInterface
    public interface ScorerSource extends Serializable {
        CallScorer open();

        /** The model that ships with the job. */
        static ScorerSource shipped() {
            return () -> DenseScorer.of(ModelBundle.shipped());
        }

        /** A model that never speaks, where scores are not wanted. */
        static ScorerSource silent() {
            return SilentScorer::new;
        }
    }

    public ScoreNumbers(ScorerSource source) {
        this.source = source;
    }

    @Override
    public void open(OpenContext context) {
        scorer = source.open();
    }

    @Override
    public void flatMap(NumberSnapshot snapshot, Collector<Finding> out) {
        var score = scorer.score(NumberFeatures.of(snapshot));
        if (score >= scorer.threshold()) {
            out.collect(finding(snapshot, score));
        }
    }

    private Finding finding(NumberSnapshot snapshot, double score) {
        var windowStart = Math.floorDiv(snapshot.at(), HOUR_MS) * HOUR_MS;
        var evidence =
                new Evidence(
                        snapshot.eventId(),
                        "NUMBER_MODEL_SCORE",
                        Family.BEHAVIOUR,
                        score,
                        scorer.threshold(),
                        snapshot.at(),
                        List.of(snapshot.eventId()));
        return new Finding(
                Ids.finding(Detectors.NUMBER_MODEL, VERSION, snapshot.subject(), windowStart),
                Detectors.NUMBER_MODEL,
                VERSION,
                snapshot.subject().type(),
                snapshot.subject().tk(),
                snapshot.subject().epoch(),
                Family.BEHAVIOUR,
                LEVEL_CAP,
                score,
                score / scorer.threshold(),
                windowStart,
                snapshot.at(),
                List.of(evidence),
                List.of(),
                List.of(),
                null,
                null,
                null,
                snapshot.purpose(),
                linkKeys(snapshot),
                0,
                null,
                scorer.version(),
                null);
    }

    private static List<String> linkKeys(NumberSnapshot snapshot) {
        var keys = new ArrayList<String>();
        if (snapshot.deviceTk() != null) {
            keys.add("DEVICE:" + snapshot.deviceTk());
        }
        if (snapshot.trunkId() != null) {
            keys.add("TRUNK:" + snapshot.trunkId());
        }
        return keys;
    }
}
