/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Health;
import io.fuselink.events.HealthKind;
import io.fuselink.events.HealthState;
import io.fuselink.events.Ids;
import io.fuselink.events.PolicyVersion;
import io.fuselink.jobs.policy.PolicyTimeline;
import io.fuselink.jobs.steps.ScoreNumbers.ScorerSource;
import io.fuselink.models.bundle.BundleException;
import io.fuselink.models.texts.TextScorer;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.state.OperatorStateStore;

/**
 * Which text model hears and scores calls at which time, by the policy; none at first, unless the registry
 * has a champion. A bundle is loaded when its version is accepted, before it counts. One that cannot be
 * used leaves in force what was before, and says so.
 */
final class TextModels {
    /** Changes of models that are kept for what comes late. */
    private static final int KEPT = 16;

    /** Stands for no model in what is said of it. */
    private static final String NONE = "no text model";

    private final String step;
    private final ScorerSource source;
    private final PolicyTimeline policy;
    private final Optional<TextScorer> carried;
    private final TreeMap<Long, Optional<TextScorer>> models = new TreeMap<>();

    private TextModels(String step, ScorerSource source, PolicyTimeline policy) {
        this.step = step;
        this.source = source;
        this.policy = policy;
        this.carried = source.texts();
        models.put(Long.MIN_VALUE, carried);
    }

    static TextModels restore(String step, ScorerSource source, OperatorStateStore store)
            throws Exception {
        var models = new TextModels(step, source, PolicyTimeline.restore(store));
        models.policy.accepted().forEach(models::take);
        return models;
    }

    /** Takes in an accepted version; says what was made of it if it changes who hears the calls. */
    Optional<Health> add(PolicyVersion version, long watermark, int subtask) throws Exception {
        if (!policy.add(version)) {
            return Optional.empty();
        }
        var refused = take(version);
        policy.forget(watermark);
        var before = label(models.lowerEntry(version.validFrom()).getValue());
        var now = label(models.get(version.validFrom()));
        return refused.isEmpty() && before.equals(now)
                ? Optional.empty()
                : Optional.of(health(version, now, refused, subtask));
    }

    /** Returns why the version's model was not taken, empty when it was. */
    private Optional<String> take(PolicyVersion version) {
        var before = models.lowerEntry(version.validFrom()).getValue();
        Optional<String> refused = Optional.empty();
        var model = before;
        try {
            model = named(version.textModel(), before);
        } catch (BundleException e) {
            refused = Optional.of(e.getMessage());
        }
        models.put(version.validFrom(), model);
        if (models.size() > KEPT) {
            // What comes so late is heard by the oldest model that is left.
            models.pollFirstEntry();
            models.put(Long.MIN_VALUE, models.pollFirstEntry().getValue());
        }
        return refused;
    }

    /** A model that goes on needs no loading. */
    private Optional<TextScorer> named(String label, Optional<TextScorer> before) {
        if (label == null) {
            return carried;
        }
        return before.filter(model -> model.version().equals(label))
                .or(() -> Optional.of(source.openTexts(label)));
    }

    /** Who hears what was said at this time; null for nobody. */
    TextScorer at(long time) {
        return models.floorEntry(time).getValue().orElse(null);
    }

    int policyVersion(long time) {
        return policy.at(time).version();
    }

    private static String label(Optional<TextScorer> model) {
        return model.map(TextScorer::version).orElse(NONE);
    }

    private Health health(
            PolicyVersion version, String now, Optional<String> refused, int subtask) {
        return new Health(
                Ids.hash("model", step, subtask, version.version(), version.validFrom()),
                HealthKind.MODEL,
                version.textModel() == null ? now : version.textModel(),
                subtask,
                refused.isEmpty() ? HealthState.ACCEPTED : HealthState.REFUSED,
                version.version(),
                0,
                version.version(),
                version.validFrom(),
                version.publishedAt(),
                refused.isEmpty()
                        ? "task %d of %s will hear calls by %s".formatted(subtask, step, now)
                        : "task %d of %s stays with %s: %s"
                                .formatted(subtask, step, now, refused.get()));
    }
}
