/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.bundle.BundleException;
import io.fuselink.models.bundle.Calibration;
import io.fuselink.models.bundle.DenseWeights;
import io.fuselink.models.bundle.Histogram;
import io.fuselink.models.bundle.Manifest;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.bundle.Normaliser;
import io.fuselink.models.bundle.Reference;
import io.fuselink.models.features.FeatureRow;
import io.fuselink.models.scoring.DensePass;
import io.fuselink.models.table.NumberTable;
import io.fuselink.models.table.TableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;

/** Trains the number model on a table of rows and writes it as a bundle. */
public final class TrainNumbers {
    private final TrainingPlan plan;
    private final NumberTable table;
    private final NetworkPlan shape;
    private final Consumer<String> progress;

    private TrainNumbers(
            TrainingPlan plan, NumberTable table, NetworkPlan shape, Consumer<String> progress) {
        this.plan = plan;
        this.table = table;
        this.shape = shape;
        this.progress = progress;
    }

    /**
     * Reads the plan's rows, trains, and writes the plan's bundle; {@code progress} gets a line a step.
     *
     * @throws TableException if a file cannot be read
     * @throws TrainingException if the rows do not suffice
     * @throws BundleException if the bundle cannot be written or its weights do not match the network
     */
    public static ModelBundle run(TrainingPlan plan, Consumer<String> progress) {
        var table = NumberTable.read(plan.data());
        return run(plan, table, NetworkPlan.of(table.kind()), progress);
    }

    static ModelBundle run(
            TrainingPlan plan, NumberTable table, NetworkPlan shape, Consumer<String> progress) {
        // Sums in another order round otherwise; one thread makes the same file of the same rows.
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        return new TrainNumbers(plan, table, shape, progress).run();
    }

    private ModelBundle run() {
        // 1. Rows, divided by tenure and time.
        var split = split();
        progress.accept(
                "%,d train and %,d dev rows of kind %s, %,d without a label"
                        .formatted(
                                split.train().size(),
                                split.dev().size(),
                                table.kind().key(),
                                table.rows().size() - table.labelled().size()));

        // 2. The networks, fitted to train rows.
        var normaliser = NormaliserFit.on(split.train(), table.schema(), shape.stretches());
        var networks = new ArrayList<MultiLayerNetwork>();
        int epochs = 0;
        for (int member = 0; member < shape.members(); member++) {
            var network = NumberNetwork.create(normaliser.outputs(), shape, plan.seed() + member);
            epochs += fit(network, member, split, normaliser);
            networks.add(network);
        }

        // 3. From here on only what will serve: exported weights, proven against the networks.
        var weights = NumberNetwork.export(networks, normaliser);
        var parity =
                Parity.require(
                        networks, weights, split.dev().stream().map(FeatureRow::features).toList());
        var manifest = judge(split, weights, Map.of("parity", parity, "epochs", (double) epochs));
        return write(manifest, weights, networks, reference(split, weights, manifest));
    }

    private Reference reference(TenureSplit split, DenseWeights weights, Manifest manifest) {
        return new Reference(
                IntStream.range(0, table.schema().width())
                        .mapToObj(
                                column ->
                                        Histogram.of(
                                                split.train().stream()
                                                        .mapToDouble(row -> row.features()[column])
                                                        .toArray()))
                        .toList(),
                Histogram.of(
                        Arrays.stream(logits(weights, split.dev()))
                                .map(manifest.calibration()::probability)
                                .toArray()));
    }

    private TenureSplit split() {
        return plan.dev() == null
                ? TenureSplit.of(table.labelled())
                : TenureSplit.of(
                        table.labelled(),
                        NumberTable.read(plan.dev()).requireKind(table.kind()).labelled());
    }

    /** A single network is stopped by dev rows, one of several by its own part of the train rows. */
    private int fit(
            MultiLayerNetwork network, int member, TenureSplit split, Normaliser normaliser) {
        boolean alone = shape.members() == 1;
        var learnt = alone ? split.train() : part(split.train(), member, false);
        var held = alone ? split.dev() : part(split.train(), member, true);
        var seed = plan.seed() + member;
        var epoch =
                new EarlyStopping(plan, shape.batch(), alone ? progress : line -> {})
                        .fit(
                                network,
                                Examples.of(
                                        learnt,
                                        normaliser,
                                        new BlockDropout(table.schema(), shape.blockDropout(), seed)
                                                ::apply),
                                Examples.of(held, normaliser, UnaryOperator.identity()),
                                seed);
        if (!alone) {
            progress.accept(
                    "network %d of %d: stopped at epoch %d"
                            .formatted(member + 1, shape.members(), epoch));
        }
        return epoch;
    }

    private List<FeatureRow> part(List<FeatureRow> rows, int member, boolean held) {
        return rows.stream()
                .filter(row -> (TenureSplit.part(row, shape.members()) == member) == held)
                .toList();
    }

    private Manifest judge(TenureSplit split, DenseWeights weights, Map<String, Double> known) {
        var fraud = fraud(split.dev());
        var logits = logits(weights, split.dev());
        var calibration = calibrate(logits, fraud);
        var scores = new double[logits.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = calibration.probability(logits[i]);
        }
        var threshold = Threshold.forBudget(scores, fraud, plan.falsePositivesPerMillion());
        var metrics = new TreeMap<>(DevReport.of(scores, fraud, threshold));
        metrics.putAll(known);
        metrics.put("false_positive_budget_per_million", plan.falsePositivesPerMillion());
        warnOfFewBenign(metrics.get("dev_benign_rows"));
        progress.accept(
                "dev AUC %.4f, recall %.3f at threshold %.4f, %.0f false positives"
                        .formatted(
                                metrics.get("dev_auc"),
                                metrics.get("dev_recall"),
                                threshold,
                                metrics.get("dev_false_positives")));
        return new Manifest(
                table.kind(),
                plan.name(),
                plan.version(),
                table.schema().name(),
                table.schema().version(),
                table.schema().names(),
                threshold,
                calibration,
                table.fingerprint(),
                metrics,
                plan.licenceNote(),
                "%s: %d train, %d dev rows%s; seed %d"
                        .formatted(
                                plan.data().getFileName(),
                                split.train().size(),
                                split.dev().size(),
                                plan.dev() == null ? "" : " of " + plan.dev().getFileName(),
                                plan.seed()));
    }

    private ModelBundle write(
            Manifest manifest,
            DenseWeights weights,
            List<MultiLayerNetwork> networks,
            Reference reference) {
        var bundle =
                ModelBundle.of(
                                manifest,
                                weights,
                                networks.stream().map(NumberNetwork::toBytes).toList())
                        .with(reference);
        bundle.write(plan.out());
        progress.accept("wrote %s as %s".formatted(plan.out(), manifest.label()));
        return bundle;
    }

    /** With n benign rows and no false positive, a rate of 3/n cannot be ruled out at 95 %. */
    private void warnOfFewBenign(double benign) {
        var provable = 3e6 / benign;
        if (plan.falsePositivesPerMillion() < provable) {
            progress.accept(
                    "note: %.0f benign dev rows cannot prove fewer than %.0f false positives per million"
                            .formatted(benign, provable));
        }
    }

    private Calibration calibrate(double[] logits, boolean[] fraud) {
        try {
            return PlattScaling.fit(logits, fraud);
        } catch (IllegalArgumentException e) {
            throw new TrainingException(
                    "%s: %s; look at the labels".formatted(plan.data(), e.getMessage()), e);
        }
    }

    private static double[] logits(DenseWeights weights, List<FeatureRow> rows) {
        var pass = new DensePass(weights);
        return rows.stream().mapToDouble(row -> pass.logit(row.features())).toArray();
    }

    private static boolean[] fraud(List<FeatureRow> rows) {
        var fraud = new boolean[rows.size()];
        for (int i = 0; i < fraud.length; i++) {
            fraud[i] = rows.get(i).fraud();
        }
        return fraud;
    }
}
