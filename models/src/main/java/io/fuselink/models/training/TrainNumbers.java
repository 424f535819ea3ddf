/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.bundle.BundleException;
import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.bundle.Calibration;
import io.fuselink.models.bundle.DenseWeights;
import io.fuselink.models.bundle.Manifest;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.features.FeatureRow;
import io.fuselink.models.features.FeatureSchema;
import io.fuselink.models.features.NumberFeatures;
import io.fuselink.models.scoring.DensePass;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Trains the number model on exported rows and writes it as a bundle. */
public final class TrainNumbers {
    private static final FeatureSchema SCHEMA = NumberFeatures.SCHEMA;

    private final TrainingPlan plan;
    private final Consumer<String> progress;

    private TrainNumbers(TrainingPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** {@code TrainNumbers rows.csv.gz bundle.zip}: trains the bundle that ships with the build. */
    public static void main(String[] args) {
        if (args.length != 2) {
            System.err.println("usage: TrainNumbers rows.csv.gz bundle.zip");
            System.exit(2);
        }
        try {
            run(TrainingPlan.cityNumbers(Path.of(args[0]), Path.of(args[1])), System.out::println);
        } catch (TrainingException | BundleException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Reads the plan's rows, trains, and writes the plan's bundle; {@code progress} gets a line a step.
     *
     * @throws TrainingException if the rows cannot be read or do not suffice
     * @throws BundleException if the bundle cannot be written or its weights do not match the network
     */
    public static ModelBundle run(TrainingPlan plan, Consumer<String> progress) {
        return new TrainNumbers(plan, progress).run();
    }

    private ModelBundle run() {
        // 1. Rows, divided by tenure.
        var rows = TrainingRows.read(plan.data(), SCHEMA);
        var split = TenureSplit.of(rows.labelled());
        progress.accept(
                "%d train and %d dev rows, %d without a label"
                        .formatted(split.train().size(), split.dev().size(), rows.unlabelled()));

        // 2. The network, fitted to train rows and stopped by dev rows.
        var normaliser = NormaliserFit.on(split.train(), SCHEMA);
        var network = NumberNetwork.create(SCHEMA.width(), plan.seed());
        var epochs =
                new EarlyStopping(plan, progress)
                        .fit(
                                network,
                                Examples.of(
                                        split.train(),
                                        normaliser,
                                        new BlockDropout(SCHEMA, plan.seed())::apply),
                                Examples.of(split.dev(), normaliser, UnaryOperator.identity()));

        // 3. From here on only what will serve: exported weights, proven against the network.
        var weights = NumberNetwork.export(network, normaliser);
        var parity =
                Parity.require(
                        network, weights, split.dev().stream().map(FeatureRow::features).toList());
        var manifest =
                judge(rows, split, weights, Map.of("parity", parity, "epochs", (double) epochs));
        return write(manifest, weights, network);
    }

    private Manifest judge(
            TrainingRows rows, TenureSplit split, DenseWeights weights, Map<String, Double> known) {
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
                BundleKind.SERVING,
                plan.name(),
                plan.version(),
                SCHEMA.name(),
                SCHEMA.version(),
                SCHEMA.names(),
                threshold,
                calibration,
                rows.fingerprint(),
                metrics,
                plan.licenceNote(),
                "%s: %d train, %d dev, %d unlabelled rows; seed %d"
                        .formatted(
                                plan.data().getFileName(),
                                split.train().size(),
                                split.dev().size(),
                                rows.unlabelled(),
                                plan.seed()));
    }

    private ModelBundle write(Manifest manifest, DenseWeights weights, MultiLayerNetwork network) {
        var bundle = ModelBundle.of(manifest, weights, NumberNetwork.toBytes(network));
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
