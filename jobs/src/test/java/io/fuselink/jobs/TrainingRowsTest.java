/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.Appeal;
import io.fuselink.events.Decision;
import io.fuselink.events.Instruction;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.PolicePush;
import io.fuselink.events.PushTarget;
import io.fuselink.events.Subject;
import io.fuselink.events.TargetType;
import io.fuselink.events.Verb;
import io.fuselink.events.codec.JsonCodec;
import io.fuselink.jobs.TrainingRows.Label;
import io.fuselink.models.features.FeatureRow;
import io.fuselink.models.features.NumberFeatures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRowsTest {
    private static final long NINE = 1_772_413_200_000L;
    private static final long HOUR = 3_600_000;

    @TempDir Path folder;

    /** What becomes known later changes the label's columns and nothing else, in no row. */
    @Test
    void aLabelNeverInformsAFeature() throws IOException {
        var profiles = List.of(profile("a", 1, 3, NINE), profile("a", 1, 40, NINE + HOUR));

        var before = rows(profiles, (tk, epoch, at) -> null);
        var after =
                rows(
                        profiles,
                        (tk, epoch, at) ->
                                new Label(true, "decision", Instant.ofEpochMilli(NINE + 9 * HOUR)));

        assertThat(before).extracting(FeatureRow::fraud).containsOnlyNulls();
        assertThat(after).extracting(FeatureRow::fraud).containsOnly(true);
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("fraud", "labelSource", "labelKnownAt")
                .withEqualsForType(Float::equals, Float.class) // an unknown value is like another
                .isEqualTo(before);
        assertThat(after).allSatisfy(row -> assertThat(row.labelKnownAt()).isAfter(row.asOf()));
    }

    @Test
    void aPushSpeaksOfWhoHeldTheNumberThen() throws IOException {
        var labels = new FeedbackLabels();
        labels.push(push("a", Instruction.SUSPEND, NINE + HOUR));
        labels.push(push("b", Instruction.VERIFY, NINE + HOUR));

        var rows =
                rows(
                        List.of(
                                profile("a", 1, 40, NINE),
                                profile("a", 2, 4, NINE + 5 * HOUR),
                                profile("b", 1, 4, NINE)),
                        labels);

        assertThat(rows)
                .extracting(FeatureRow::tenure, FeatureRow::fraud, FeatureRow::labelSource)
                .containsExactlyInAnyOrder(
                        tuple("a/1", true, "police-push"),
                        tuple("b/1", null, null),
                        tuple("a/2", null, null));
    }

    @Test
    void ofADecisionAndAnAppealTheLastSaidCounts() throws IOException {
        var labels = new FeedbackLabels();
        labels.accuses("bundle", Subject.number("a", 1));
        labels.decision(decision(Verb.APPROVE, NINE));
        labels.decision(decision(Verb.CONFIRM_FRAUD, NINE + HOUR));
        labels.appeal(new Appeal("appeal", "bundle", null, "a", "hotline", NINE + HOUR, null));
        labels.decision(decision(Verb.REVERIFY_PASSED, NINE + 2 * HOUR));

        var row = rows(List.of(profile("a", 1, 40, NINE)), labels).get(0);

        assertThat(row.fraud()).isFalse();
        assertThat(row.labelSource()).isEqualTo("appeal");
        assertThat(row.labelKnownAt()).isEqualTo(Instant.ofEpochMilli(NINE + 2 * HOUR));
    }

    private List<FeatureRow> rows(List<NumberSnapshot> profiles, TrainingRows.Labels labels)
            throws IOException {
        var codec = new JsonCodec();
        var snapshots = folder.resolve("snapshots.jsonl");
        Files.write(
                snapshots,
                profiles.stream()
                        .map(p -> new String(codec.encodeOutput(p), StandardCharsets.UTF_8))
                        .toList());
        var out = folder.resolve("rows.csv.gz");
        assertThat(TrainingRows.write(snapshots, labels, out)).isEqualTo(profiles.size());
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(out)),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> FeatureRow.parse(line, NumberFeatures.SCHEMA))
                    .toList();
        }
    }

    private static Decision decision(Verb verb, long at) {
        return new Decision("decision-" + at, "bundle", null, verb, "duty", "seen", at);
    }

    private static PolicePush push(String tk, Instruction instruction, long at) {
        return new PolicePush(
                "push",
                "110000",
                "centre",
                instruction,
                List.of(new PushTarget(TargetType.NUMBER, tk, null)),
                "case",
                "law",
                at,
                at + HOUR,
                "seal",
                null,
                null);
    }

    private static NumberSnapshot profile(String tk, int epoch, int attempts, long at) {
        return ASnapshot.of(tk, epoch, attempts, null, at);
    }
}
