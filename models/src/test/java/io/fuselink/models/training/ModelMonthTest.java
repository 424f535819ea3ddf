/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fuselink.models.SyntheticNumbers;
import io.fuselink.models.bundle.BundleException;
import io.fuselink.models.bundle.Histogram;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.bundle.ModelRegistry;
import io.fuselink.models.evaluation.Comparison;
import io.fuselink.models.evaluation.Comparison.Verdict;
import io.fuselink.models.features.FeatureRow;
import io.fuselink.models.features.NumberFeatures;
import io.fuselink.models.table.NumberJudge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model's month, as docs/models.md tells it: train, compare, publish, see it drift, roll back. */
class ModelMonthTest {
    private static final double SHIFTED = Histogram.SHIFTED;

    @TempDir Path folder;

    @Test
    void aMonthOfAModel() throws IOException {
        var registry = new ModelRegistry(folder.resolve("registry"));

        // 1. January's export trains the champion.
        var champion = train("numbers", 1, SyntheticNumbers.rows(900, 1), 1000);
        assertThat(BundleCheck.parity(champion)).isLessThanOrEqualTo(1e-6);
        registry.add(champion);
        registry.crown("numbers-v1");

        // 2. In February the world has moved: everybody calls more than the model has learnt.
        var february = SyntheticNumbers.rows(900, 2);
        var busier = february.stream().map(ModelMonthTest::busier).toList();
        assertThat(drift(champion, february)).isLessThan(SHIFTED);
        assertThat(drift(champion, busier)).isGreaterThan(SHIFTED);

        // 3. A challenger that learnt from labels which call couriers fraudulent is refused.
        var judged = export("march", SyntheticNumbers.rows(900, 3));
        var slandering = february.stream().map(ModelMonthTest::couriersCalledFraud).toList();
        var slanderer = train("numbers", 2, slandering, 1000);
        assertThat(compare(champion, slanderer, judged).verdict()).isEqualTo(Verdict.REFUSED_HARM);

        // 4. The next one is published, and its file is not taken over by another.
        registry.add(train("numbers", 2, february, 1000));
        registry.crown("numbers-v2");
        assertThatThrownBy(() -> registry.add(train("numbers", 2, february, 100)))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("raise --model-version");

        // 5. It disappoints: the champion before comes back.
        assertThat(registry.champion()).contains("numbers-v2");
        assertThat(registry.champion("numbers-v2")).contains("numbers-v1");
        registry.crown("numbers-v1");
        assertThat(registry.load(registry.champion().orElseThrow()).manifest())
                .isEqualTo(champion.manifest());
        assertThatThrownBy(() -> registry.load("numbers-v9"))
                .hasMessageContaining("publish it with 'publish-model'");
    }

    private ModelBundle train(String name, int version, List<FeatureRow> rows, double budget)
            throws IOException {
        return TrainNumbers.run(
                new TrainingPlan(
                        export(name + version, rows),
                        null,
                        folder.resolve(name + version + ".zip"),
                        name,
                        version,
                        budget,
                        12,
                        4,
                        7,
                        "synthetic"),
                line -> {});
    }

    private Path export(String name, List<FeatureRow> rows) throws IOException {
        return SyntheticNumbers.export(
                rows, NumberFeatures.SCHEMA, folder.resolve(name + ".csv.gz"));
    }

    private static Comparison compare(ModelBundle champion, ModelBundle challenger, Path data) {
        NumberJudge before = NumberJudge.of(champion), after = NumberJudge.of(challenger);
        return Comparison.of(
                before.judge(data), before.threshold(), after.judge(data), after.threshold());
    }

    private static double drift(ModelBundle model, List<FeatureRow> rows) {
        int attempts = NumberFeatures.SCHEMA.names().indexOf("attempts_24h");
        var learnt = model.reference().orElseThrow().features().get(attempts);
        var seen = new long[learnt.bins()];
        rows.forEach(row -> seen[learnt.bin(row.features()[attempts])]++);
        return learnt.stability(seen);
    }

    private static FeatureRow busier(FeatureRow row) {
        var features = row.features().clone();
        features[NumberFeatures.SCHEMA.names().indexOf("attempts_24h")] += 1;
        return changed(row, row.fraud(), features);
    }

    /** Every third of the synthetic crowd is a courier. */
    private static FeatureRow couriersCalledFraud(FeatureRow row) {
        var courier = Integer.parseInt(row.subjectTk().substring(2)) % 3 == 0;
        return changed(row, row.fraud() || courier, row.features());
    }

    private static FeatureRow changed(FeatureRow row, boolean fraud, float[] features) {
        return new FeatureRow(
                row.rowId(),
                row.subjectTk(),
                row.epoch(),
                row.asOf(),
                fraud,
                row.labelSource(),
                row.labelKnownAt(),
                features);
    }
}
