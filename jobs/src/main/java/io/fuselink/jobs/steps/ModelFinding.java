/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Evidence;
import io.fuselink.events.Family;
import io.fuselink.events.Finding;
import io.fuselink.events.Ids;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.models.features.Block;
import io.fuselink.models.scoring.ServedModel;
import io.fuselink.patterns.Detectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the number model concludes about a tenure in an hour, and why. */
final class ModelFinding {
    private static final long HOUR_MS = 3_600_000;

    /** One family alone never passes level 2 (domain.md §6.1). */
    private static final int LEVEL_CAP = 2;

    private static final int VERSION = 1;
    private static final String SCORE = "NUMBER_MODEL_SCORE";

    /** Followed by the block: what it adds to the log-odds of the score, against 0. */
    private static final String BLOCK = "NUMBER_MODEL_BLOCK_";

    /** Followed by the feature: what it was, against what would have left the score under the limit. */
    private static final String CHANGE = "NUMBER_MODEL_CHANGE_";

    private ModelFinding() {}

    /**
     * What the finding is evidence of: behaviour, where the score would reach the threshold without a word
     * of what was heard, else content. The same words are never counted as two families.
     */
    static Family family(NumberSnapshot snapshot, ServedModel model, float[] features) {
        return snapshot.speech24h() == null
                        || model.scoreWithout(Block.CONTENT, features) >= model.threshold()
                ? Family.BEHAVIOUR
                : Family.CONTENT;
    }

    static String id(NumberSnapshot snapshot, Family family) {
        var id =
                Ids.finding(
                        Detectors.NUMBER_MODEL, VERSION, snapshot.subject(), windowStart(snapshot));
        return family == Family.BEHAVIOUR ? id : Ids.hash(id, family);
    }

    static Finding of(
            NumberSnapshot snapshot,
            ModelTimeline.Shift shift,
            Family family,
            float[] features,
            double score,
            int policyVersion) {
        var model = shift.champion();
        return new Finding(
                id(snapshot, family),
                Detectors.NUMBER_MODEL,
                VERSION,
                snapshot.subject().type(),
                snapshot.subject().tk(),
                snapshot.subject().epoch(),
                family,
                LEVEL_CAP,
                score,
                score / model.threshold(),
                windowStart(snapshot),
                snapshot.at(),
                evidence(snapshot, family, model, features, score),
                List.of(),
                List.of(),
                null,
                null,
                null,
                snapshot.purpose(),
                linkKeys(snapshot),
                policyVersion,
                null,
                model.version(),
                null);
    }

    private static long windowStart(NumberSnapshot snapshot) {
        return Math.floorDiv(snapshot.at(), HOUR_MS) * HOUR_MS;
    }

    private static List<Evidence> evidence(
            NumberSnapshot snapshot,
            Family family,
            ServedModel model,
            float[] features,
            double score) {
        var evidence = new ArrayList<Evidence>();
        evidence.add(line(snapshot, family, SCORE, score, model.threshold()));
        model.explanation()
                .blockAttributions(features)
                .forEach(
                        (block, logOdds) ->
                                evidence.add(
                                        line(snapshot, family, BLOCK + upper(block), logOdds, 0)));
        model.smallestChange(features)
                .ifPresent(
                        change ->
                                evidence.add(
                                        line(
                                                snapshot,
                                                family,
                                                CHANGE + upper(change.feature().name()),
                                                change.feature().natural(change.from()),
                                                change.feature().natural(change.to()))));
        return evidence;
    }

    private static Evidence line(
            NumberSnapshot snapshot, Family family, String code, double value, double limit) {
        return new Evidence(
                snapshot.eventId(),
                code,
                family,
                value,
                limit,
                snapshot.at(),
                List.of(snapshot.eventId()));
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
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
