/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fuselink.models.SyntheticNumbers;
import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.features.Block;
import io.fuselink.models.features.FeatureRow;
import io.fuselink.models.features.FeatureSchema;
import io.fuselink.models.features.NumberFeatures;
import io.fuselink.models.scoring.DenseScorer;
import io.fuselink.models.scoring.Explanation;
import io.fuselink.models.table.TableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

/** One model, trained once on a synthetic crowd, and what must hold of it. */
class TrainNumbersTest {
    private static final FeatureSchema SCHEMA = NumberFeatures.SCHEMA;

    @TempDir static Path folder;

    private static List<FeatureRow> rows;
    private static Path export;
    private static Path file;
    private static List<String> progress;
    private static DenseScorer scorer;

    @BeforeAll
    static void train() throws IOException {
        rows = SyntheticNumbers.rows(1500, 11);
        export = SyntheticNumbers.export(rows, SCHEMA, folder.resolve("rows.csv.gz"));
        file = folder.resolve("bundle.zip");
        progress = new ArrayList<>();
        TrainNumbers.run(plan(export, file), progress::add);
        scorer = DenseScorer.of(ModelBundle.read(file));
    }

    @Test
    void findsDiallersItHasNeverSeen() {
        var metrics = ModelBundle.read(file).manifest().metrics();

        assertThat(metrics.get("dev_auc")).isGreaterThan(0.97);
        assertThat(metrics.get("dev_recall")).isGreaterThan(0.6);
        assertThat(metrics.get("dev_fraud_rows")).isGreaterThan(20);
        assertThat(scorer.score(NumberFeatures.of(SyntheticNumbers.listDialler())))
                .isGreaterThan(scorer.threshold());
        assertThat(scorer.score(NumberFeatures.of(SyntheticNumbers.friend()))).isLessThan(0.05);
        assertThat(scorer.version()).isEqualTo("crowd-v4");
    }

    @Test
    void keepsTheFalsePositiveBudgetOnDev() {
        var metrics = ModelBundle.read(file).manifest().metrics();

        assertThat(metrics.get("dev_false_positives"))
                .isLessThanOrEqualTo(
                        metrics.get("dev_benign_rows")
                                * metrics.get("false_positive_budget_per_million")
                                / 1e6);
    }

    @Test
    void scoresMeanWhatTheySay() {
        var dev = TenureSplit.of(rows).dev();
        var expected = dev.stream().mapToDouble(row -> scorer.score(row.features())).sum();
        var frauds = dev.stream().filter(FeatureRow::fraud).count();

        assertThat(expected).isCloseTo(frauds, within(0.15 * frauds));
    }

    @Test
    void servesWhatTheStoredNetworkSays() throws IOException {
        var bundle = ModelBundle.read(file);
        var network = NumberNetwork.fromBytes(bundle.networks().get(0));
        var normaliser = bundle.weights().normaliser();

        for (var row : rows.subList(0, 50)) {
            var input = new double[1][SCHEMA.width()];
            normaliser.apply(row.features(), input[0]);
            var probability = network.output(Nd4j.createFromArray(input)).getDouble(0);
            var logit = Math.log(probability / (1 - probability));

            assertThat(scorer.score(row.features()))
                    .isCloseTo(bundle.manifest().calibration().probability(logit), within(1e-6));
        }
    }

    @Test
    void weightsOfAnotherNetworkAreNotWritten() throws IOException {
        var bundle = ModelBundle.read(file);
        var other = NumberNetwork.create(SCHEMA.width(), NetworkPlan.of(BundleKind.SERVING), 5);

        assertThatThrownBy(
                        () ->
                                Parity.require(
                                        List.of(other),
                                        bundle.weights(),
                                        List.of(rows.get(0).features())))
                .hasMessageContaining("the bundle was not accepted");
    }

    @Test
    void theSameRowsAndPlanGiveTheSameFile() throws IOException {
        var once = TrainNumbers.run(plan(export, folder.resolve("once.zip"), 3), line -> {});
        var again = TrainNumbers.run(plan(export, folder.resolve("again.zip"), 3), line -> {});

        assertThat(folder.resolve("again.zip")).hasSameBinaryContentAs(folder.resolve("once.zip"));
        assertThat(again.manifest()).isEqualTo(once.manifest());
        assertThat(Files.size(file)).isLessThan(200_000);
    }

    @Test
    void judgesWithoutCellsOrHandsets() {
        var dialler =
                without(
                        NumberFeatures.of(SyntheticNumbers.listDialler()),
                        Block.SPACE,
                        Block.DEVICE);
        var friend =
                without(NumberFeatures.of(SyntheticNumbers.friend()), Block.SPACE, Block.DEVICE);

        assertThat(scorer.score(dialler)).isGreaterThan(0.5);
        assertThat(scorer.score(friend)).isLessThan(0.1);
        assertThat(scorer.score(without(dialler, Block.FREQUENCY))).isStrictlyBetween(0.0, 1.0);
    }

    @Test
    void saysWhichBlockAccuses() {
        var attributions =
                new Explanation(scorer, SCHEMA)
                        .blockAttributions(NumberFeatures.of(SyntheticNumbers.listDialler()));

        assertThat(attributions.keySet()).first().isEqualTo("frequency");
        assertThat(attributions).containsOnlyKeys("frequency", "space", "device", "content");
        assertThat(attributions.get("frequency")).isGreaterThan(1);
        assertThat(List.copyOf(attributions.values()))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void shipsWithTheJob() throws Exception {
        var row = rows.get(3).features();
        var score = scorer.score(row);
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(scorer);
        }

        var arrived =
                (DenseScorer)
                        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))
                                .readObject();

        assertThat(arrived.score(row)).isEqualTo(score);
    }

    @Test
    void theNormaliserKnowsTrainRowsOnly() {
        var split = TenureSplit.of(rows);
        var before = NormaliserFit.on(split.train(), SCHEMA, 0);
        int attempts = SCHEMA.names().indexOf("attempts_24h");

        var loudDev =
                rows.stream()
                        .map(row -> split.dev().contains(row) ? louder(row, attempts) : row)
                        .toList();
        var after = NormaliserFit.on(TenureSplit.of(loudDev).train(), SCHEMA, 0);

        assertThat(after).usingRecursiveComparison().isEqualTo(before);
        assertThat(ModelBundle.read(file).weights().normaliser())
                .usingRecursiveComparison()
                .isEqualTo(before);
    }

    @Test
    void noTenureIsOnBothSides() {
        var split = TenureSplit.of(rows);
        var trained = split.train().stream().map(FeatureRow::tenure).toList();

        assertThat(split.dev()).extracting(FeatureRow::tenure).doesNotContainAnyElementsOf(trained);
    }

    @Test
    void reportsEachEpochAndWhatDevCannotProve() {
        assertThat(progress).first().asString().contains("train and").contains("dev rows");
        assertThat(progress).anyMatch(line -> line.startsWith("epoch 1: held-back loss"));
        assertThat(progress).anyMatch(line -> line.contains("cannot prove fewer than"));
        assertThat(progress).last().asString().isEqualTo("wrote %s as crowd-v4".formatted(file));
    }

    @Test
    void brokenRowsAreNamedByLineAndField() throws IOException {
        var broken = folder.resolve("broken.csv");
        var line = rows.get(0).csv();

        Files.writeString(
                broken,
                FeatureRow.header(SCHEMA)
                        + "\n"
                        + line
                        + "\n"
                        + line.replace(",1,synthetic", ",yes,synthetic"));
        assertThatThrownBy(() -> TrainNumbers.run(plan(broken, file), s -> {}))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("broken.csv line 3: label is 'yes', not 0, 1 or empty");

        Files.writeString(broken, "row_id,whatever\n");
        assertThatThrownBy(() -> TrainNumbers.run(plan(broken, file), s -> {}))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("neither those of feature schema numbers v2");
    }

    @Test
    void oneClassAloneTeachesNothing() throws IOException {
        var benign = rows.stream().filter(row -> !row.fraud()).toList();
        var data = SyntheticNumbers.export(benign, SCHEMA, folder.resolve("benign.csv.gz"));

        assertThatThrownBy(() -> TrainNumbers.run(plan(data, file), s -> {}))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("both classes are needed");
    }

    private static TrainingPlan plan(Path data, Path out) {
        return plan(data, out, 30);
    }

    private static TrainingPlan plan(Path data, Path out, int maxEpochs) {
        return new TrainingPlan(data, null, out, "crowd", 4, 1000, maxEpochs, 5, 42, "synthetic");
    }

    private static float[] without(float[] features, Block... blocks) {
        var row = features.clone();
        for (var block : blocks) {
            row[SCHEMA.mask(block)] = 1;
            for (var position : SCHEMA.measured(block)) {
                row[position] = Float.NaN;
            }
        }
        return row;
    }

    private static FeatureRow louder(FeatureRow row, int column) {
        var features = row.features().clone();
        features[column] += 100;
        return new FeatureRow(
                row.rowId(),
                row.subjectTk(),
                row.epoch(),
                row.asOf(),
                row.fraud(),
                row.labelSource(),
                row.labelKnownAt(),
                features);
    }
}
