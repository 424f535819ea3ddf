/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Health;
import io.fuselink.events.HealthKind;
import io.fuselink.events.HealthState;
import io.fuselink.events.Ids;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.PolicyVersion;
import io.fuselink.models.bundle.Histogram;
import io.fuselink.models.features.NumberFeatures;
import io.fuselink.models.scoring.ServedModel;
import java.util.ArrayList;
import java.util.List;

/**
 * What one task says of the models it scores by: that it took one over, how far what it sees has moved
 * from what the champion learnt, and how often the challenger agrees. Drift and agreement are told once
 * an hour has passed and enough rows were seen; they decide nothing, so a restart begins to count anew.
 */
final class ModelWatch {
    private static final long HOUR_MS = 3_600_000;

    /** Fewer rows would show drift where there is only chance. */
    private static final int ENOUGH = 1_000;

    /** One row in four is counted for drift, by two well-mixed bits of its event's id. */
    private static final int MIXED = 0x9E3779B9;

    private static final int ALL_BUT_TWO_BITS = 30;

    /** Challenger and champion differ on more than one row in a hundred: look before publishing. */
    private static final double AGREED = 0.99;

    private final String step;
    private final int subtask;
    private ModelTimeline.Shift shift;
    private long since;
    private int rows;
    private int agreed;
    private int compared;
    private long[][] counts;
    private long[] scoreCounts;

    ModelWatch(String step, int subtask) {
        this.step = step;
        this.subtask = subtask;
    }

    /** That a version's models are loaded, or why they are not. */
    Health takes(PolicyVersion version, ModelTimeline.Shift taken) {
        var model = version.model() == null ? taken.champion().version() : version.model();
        return new Health(
                Ids.hash("model", step, subtask, version.version(), version.validFrom()),
                HealthKind.MODEL,
                model,
                subtask,
                taken.refused() == null ? HealthState.ACCEPTED : HealthState.REFUSED,
                version.version(),
                0,
                version.version(),
                version.validFrom(),
                version.publishedAt(),
                taken.refused() == null
                        ? "task %d of %s will score by %s%s"
                                .formatted(
                                        subtask,
                                        step,
                                        model,
                                        taken.challenger() == null
                                                ? ""
                                                : ", with %s in its shadow"
                                                        .formatted(taken.challenger().version()))
                        : "task %d of %s stays with %s: %s"
                                .formatted(
                                        subtask,
                                        step,
                                        taken.champion().version(),
                                        taken.refused()));
    }

    /** Counts a row, and tells what an hour has shown when it is over. */
    List<Health> saw(
            NumberSnapshot snapshot,
            float[] features,
            double score,
            boolean accused,
            ModelTimeline.Shift now) {
        if (!now.equals(shift)) {
            begin(now, snapshot.at());
        }
        var told =
                snapshot.at() >= since + HOUR_MS && rows >= ENOUGH
                        ? tell(snapshot.at())
                        : List.<Health>of();
        if (now.challenger() != null) {
            compared++;
            var also = now.challenger().score(features) >= now.challenger().threshold();
            agreed += also == accused ? 1 : 0;
        }
        if (counts != null && (snapshot.eventId().hashCode() * MIXED) >>> ALL_BUT_TWO_BITS == 0) {
            count(features, score);
        }
        return told;
    }

    private void begin(ModelTimeline.Shift now, long at) {
        shift = now;
        since = at;
        rows = agreed = compared = 0;
        counts =
                now.champion()
                        .reference()
                        .map(
                                reference ->
                                        reference.features().stream()
                                                .map(histogram -> new long[histogram.bins()])
                                                .toArray(long[][]::new))
                        .orElse(null);
        scoreCounts = now.champion().reference().map(r -> new long[r.score().bins()]).orElse(null);
    }

    private void count(float[] features, double score) {
        var reference = shift.champion().reference().orElseThrow();
        for (int i = 0; i < features.length; i++) {
            counts[i][reference.features().get(i).bin(features[i])]++;
        }
        scoreCounts[reference.score().bin(score)]++;
        rows++;
    }

    private List<Health> tell(long at) {
        var told = new ArrayList<Health>();
        var reference = shift.champion().reference().orElseThrow();
        for (int i = 0; i < counts.length; i++) {
            told.add(
                    drift(
                            NumberFeatures.SCHEMA.names().get(i),
                            reference.features().get(i),
                            counts[i],
                            at));
        }
        told.add(drift("score", reference.score(), scoreCounts, at));
        if (compared > 0) {
            told.add(agreement(at));
        }
        begin(shift, at);
        return told;
    }

    private Health drift(String of, Histogram learnt, long[] seen, long at) {
        var index = learnt.stability(seen);
        var drifted = index >= Histogram.SHIFTED;
        return health(
                HealthKind.MODEL_DRIFT,
                champion().version() + " " + of,
                drifted ? HealthState.DRIFTED : HealthState.HEALTHY,
                index,
                Histogram.SHIFTED,
                at,
                "%s of %s %s (PSI over %d rows)"
                        .formatted(
                                of,
                                champion().version(),
                                drifted ? "has shifted: retrain" : "is as it was in training",
                                rows));
    }

    private Health agreement(long at) {
        var share = (double) agreed / compared;
        return health(
                HealthKind.MODEL_AGREEMENT,
                champion().version() + " " + shift.challenger().version(),
                share < AGREED ? HealthState.DRIFTED : HealthState.HEALTHY,
                share,
                AGREED,
                at,
                "%s and %s came to the same verdict on %d of %d rows"
                        .formatted(
                                champion().version(),
                                shift.challenger().version(),
                                agreed,
                                compared));
    }

    private Health health(
            HealthKind kind,
            String scope,
            HealthState state,
            double value,
            double limit,
            long at,
            String message) {
        return new Health(
                Ids.hash("model", kind, scope, subtask, since),
                kind,
                scope,
                subtask,
                state,
                value,
                limit,
                shift.policyVersion(),
                since,
                at,
                message);
    }

    private ServedModel champion() {
        return shift.champion();
    }
}
