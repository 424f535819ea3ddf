/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.models.SyntheticNumbers;
import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.bundle.Calibration;
import io.fuselink.models.bundle.DenseLayer;
import io.fuselink.models.bundle.DenseWeights;
import io.fuselink.models.bundle.Histogram;
import io.fuselink.models.bundle.Manifest;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.bundle.Normaliser;
import io.fuselink.models.bundle.Reference;
import io.fuselink.models.features.FeatureRow;
import io.fuselink.models.features.FeatureSchema;
import io.fuselink.models.features.NumberFeatures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A week's rows against what a model has learnt. */
class DriftTest {
    private static final FeatureSchema SCHEMA = NumberFeatures.SCHEMA;
    private static final int ATTEMPTS = SCHEMA.names().indexOf("attempts_24h");

    @TempDir Path folder;

    @Test
    void aWeekLikeTheOneLearntHasNotMoved() throws IOException {
        var drift = drift(SyntheticNumbers.rows(2_000, 2));

        assertThat(drift.shifted()).isEmpty();
        assertThat(drift.line()).startsWith("no drift");
        assertThat(drift.columns()).hasSize(SCHEMA.width() + 1);
    }

    @Test
    void aWeekInWhichEverybodyCallsMoreIsSeenInThatFeatureAndInTheScore() throws IOException {
        var rows = SyntheticNumbers.rows(2_000, 2);
        rows.forEach(row -> row.features()[ATTEMPTS] += 1);

        var drift = drift(rows);

        assertThat(drift.shifted())
                .extracting(Drift.Column::name)
                .containsExactlyInAnyOrder("attempts_24h", "score");
        assertThat(drift.line()).startsWith("drift: ").contains("attempts_24h ");
        assertThat(drift.table().rows().get(0)).last().isEqualTo("shifted");
        assertThat(drift.table().note()).doesNotContain("chance");
    }

    @Test
    void ofFewRowsItIsSaidThatChanceDriftsToo() throws IOException {
        assertThat(drift(SyntheticNumbers.rows(20, 2)).table().note()).contains("only chance");
    }

    private Drift drift(List<FeatureRow> rows) throws IOException {
        var file = SyntheticNumbers.export(rows, SCHEMA, folder.resolve("week.csv.gz"));
        return NumberJudge.of(bundle()).drift(NumberTable.read(file)).orElseThrow();
    }

    /** A model that scores by the calls of the day, and has learnt from the same crowd. */
    private static ModelBundle bundle() {
        int width = SCHEMA.width();
        var weights = new double[width];
        weights[ATTEMPTS] = 1;
        var ones = IntStream.range(0, width).mapToDouble(i -> 1).toArray();
        var learnt = SyntheticNumbers.rows(2_000, 1);
        return ModelBundle.of(
                        new Manifest(
                                BundleKind.SERVING,
                                "numbers",
                                1,
                                SCHEMA.name(),
                                SCHEMA.version(),
                                SCHEMA.names(),
                                0.5,
                                new Calibration(1, 0),
                                "0123456789abcdef",
                                Map.of(),
                                "for tests",
                                "nothing"),
                        DenseWeights.of(
                                new Normaliser(new double[width], ones),
                                List.of(new DenseLayer(width, 1, weights, new double[] {-3}))),
                        List.of(new byte[] {1}))
                .with(
                        new Reference(
                                IntStream.range(0, width)
                                        .mapToObj(i -> Histogram.of(values(learnt, i)))
                                        .toList(),
                                Histogram.of(
                                        learnt.stream()
                                                .mapToDouble(
                                                        row ->
                                                                1
                                                                        / (1
                                                                                + Math.exp(
                                                                                        3
                                                                                                - row.features()[
                                                                                                        ATTEMPTS])))
                                                .toArray())));
    }

    private static double[] values(List<FeatureRow> rows, int column) {
        return rows.stream().mapToDouble(row -> row.features()[column]).toArray();
    }
}
