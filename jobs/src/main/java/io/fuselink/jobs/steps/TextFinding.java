/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Evidence;
import io.fuselink.events.Family;
import io.fuselink.events.Finding;
import io.fuselink.events.Ids;
import io.fuselink.events.Subject;
import io.fuselink.models.texts.TextScorer;
import io.fuselink.patterns.Detectors;
import java.util.List;

/** What the text model concludes about a caller in an hour, and why; without a word of what was said. */
final class TextFinding {
    private static final long HOUR_MS = 3_600_000;

    /** Content alone never passes level 2 (domain.md §6.1). */
    private static final int LEVEL_CAP = 2;

    private static final int VERSION = 1;

    /** Of a call the holder's epoch is not known: the first is meant, as for scripts. */
    private static final int FIRST_EPOCH = 1;

    private static final String SCORE = "TEXT_MODEL_SCORE";

    /** Words heard, against the fewest that are scored. */
    private static final String WORDS = "TEXT_MODEL_WORDS";

    /** Followed by the number of the segment that says most: its own score against the threshold. */
    private static final String SEGMENT = "TEXT_MODEL_SEGMENT_";

    /** Score of the call without that segment, proven by scoring the rest. */
    private static final String REST = "TEXT_MODEL_REST";

    /** What phrases and slots make of the same call, against their own limit. */
    private static final String RULES = "TEXT_MODEL_BESIDE_RULES";

    private TextFinding() {}

    static String id(HeardWords heard) {
        return Ids.finding(Detectors.TEXT_MODEL, VERSION, subject(heard), windowStart(heard));
    }

    static Finding of(HeardWords heard, TextScorer model, double score, int policyVersion) {
        return new Finding(
                id(heard),
                Detectors.TEXT_MODEL,
                VERSION,
                subject(heard).type(),
                subject(heard).tk(),
                subject(heard).epoch(),
                Family.CONTENT,
                LEVEL_CAP,
                score,
                score / model.threshold(),
                windowStart(heard),
                heard.at(),
                evidence(heard, model, score),
                List.of(),
                heard.victims(),
                heard.fromTk(),
                heard.callId(),
                null,
                null,
                List.of(),
                policyVersion,
                heard.lexiconVersion(),
                model.version(),
                null);
    }

    private static Subject subject(HeardWords heard) {
        return Subject.number(heard.fromTk(), FIRST_EPOCH);
    }

    private static long windowStart(HeardWords heard) {
        return Math.floorDiv(heard.at(), HOUR_MS) * HOUR_MS;
    }

    private static List<Evidence> evidence(HeardWords heard, TextScorer model, double score) {
        var loudest = model.score(heard.loudest());
        var rest = model.score(heard.words().minus(heard.loudest()));
        return List.of(
                line(heard, SCORE, score, model.threshold()),
                line(heard, WORDS, heard.words().words(), TextScorer.ENOUGH),
                line(heard, SEGMENT + heard.loudestNo(), loudest, model.threshold()),
                line(heard, REST, rest, model.threshold()),
                line(heard, RULES, heard.ruleScore(), heard.ruleLimit()));
    }

    private static Evidence line(HeardWords heard, String code, double value, double limit) {
        return new Evidence(
                heard.eventId(),
                code,
                Family.CONTENT,
                value,
                limit,
                heard.at(),
                List.of(heard.eventId()));
    }
}
