/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.bundle.BundleException;
import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.bundle.DenseWeights;
import io.fuselink.models.bundle.Manifest;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.bundle.Normaliser;
import io.fuselink.models.evaluation.ReportTable;
import io.fuselink.models.table.TableException;
import io.fuselink.models.texts.RehearsalTexts;
import io.fuselink.models.texts.TextGrams;
import io.fuselink.models.texts.TextRow;
import io.fuselink.models.texts.TextScorer;
import io.fuselink.models.texts.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.nd4j.linalg.factory.Nd4j;

/** Trains the text model on labelled texts and writes it as a bundle. */
public final class TrainTexts {
    /** One text in so many is held out where no dev file is given. */
    private static final int HELD_OUT = 7;

    private static final int PARITY_TEXTS = 256;

    private final TextPlan plan;
    private final Consumer<String> progress;
    private final TextTable table;
    private final TextExamples train;
    private final TextExamples dev;

    private TrainTexts(TextPlan plan, Consumer<String> progress) {
        // Sums in another order round otherwise; one thread makes the same file of the same rows.
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        this.plan = plan;
        this.progress = progress;
        this.table = TextTable.read(plan.data());
        var learnt = new ArrayList<TextRow>();
        var held = new ArrayList<TextRow>();
        for (var row : table.labelled()) {
            boolean out = Math.floorMod(row.id().hashCode(), HELD_OUT) == 0;
            (plan.dev() == null && out ? held : learnt).add(row);
        }
        if (plan.dev() != null) {
            held.addAll(TextTable.read(plan.dev()).labelled());
        }
        requireBoth(learnt, "train");
        requireBoth(held, "dev");
        learnt.addAll(RehearsalTexts.compose(plan.rehearsal(), plan.seed()));
        this.train = TextExamples.of(learnt);
        this.dev = TextExamples.of(held);
        progress.accept(
                "%,d train texts, %,d of them rehearsed, and %,d dev texts"
                        .formatted(learnt.size(), 2 * plan.rehearsal(), held.size()));
    }

    /**
     * Reads the plan's texts, trains, and writes the plan's bundle; {@code progress} gets a line a step.
     *
     * @throws TableException if a file cannot be read
     * @throws TrainingException if the texts do not suffice
     * @throws BundleException if the bundle cannot be written or its weights do not match the network
     */
    public static ModelBundle run(TextPlan plan, Consumer<String> progress) {
        return new TrainTexts(plan, progress).run();
    }

    /** Trains once for each source, without it, and says how the model does on it; writes no bundle. */
    public static ReportTable leaveOneSourceOut(TextPlan plan, Consumer<String> progress) {
        var training = new TrainTexts(plan, progress);
        return LeaveOneOut.table(training.train, training.dev, plan, progress);
    }

    private ModelBundle run() {
        var model = TrainedTexts.on(train, dev, plan, progress);
        var parity =
                TextParity.require(
                        model.fit().network(),
                        model.fit().grams(),
                        model.pass(),
                        dev.rows().stream()
                                .limit(PARITY_TEXTS)
                                .map(TextExamples.Example::grams)
                                .toList());
        var bundle =
                ModelBundle.of(
                                manifest(model, parity),
                                new DenseWeights(
                                        unscaled(model.fit().width()), List.of(model.fit().head())),
                                List.of(NumberNetwork.toBytes(model.fit().network())))
                        .with(TextScorer.GRAMS, model.fit().vectors().toBytes());
        bundle.write(plan.out());
        progress.accept("wrote %s as %s".formatted(plan.out(), bundle.manifest().label()));
        return bundle;
    }

    private Manifest manifest(TrainedTexts model, double parity) {
        var metrics = new TreeMap<String, Double>();
        metrics.put("parity", parity);
        metrics.put("known_grams", (double) model.fit().grams().length);
        metrics.put("false_positive_budget_per_million", plan.falsePositivesPerMillion());
        SourceFigures.of(dev, model.scores(dev), model.threshold())
                .forEach((source, figures) -> tell(source, figures, metrics));
        return new Manifest(
                BundleKind.TEXTS,
                plan.name(),
                plan.version(),
                TextGrams.SCHEMA,
                TextGrams.VERSION,
                IntStream.rangeClosed(1, model.fit().width()).mapToObj(i -> "bag_" + i).toList(),
                model.threshold(),
                model.calibration(),
                table.fingerprint(),
                metrics,
                plan.licenceNote(),
                "%s: %d train texts, %d rehearsed; %d networks, %d epochs, seed %d"
                        .formatted(
                                plan.data().getFileName(),
                                train.rows().size() - 2 * plan.rehearsal(),
                                2 * plan.rehearsal(),
                                plan.networks(),
                                plan.epochs(),
                                plan.seed()));
    }

    private void tell(String source, SourceFigures figures, TreeMap<String, Double> metrics) {
        var name = source.isEmpty() ? "unknown" : source;
        if (figures.frauds() > 0) {
            metrics.put("dev_recall_" + name, figures.recall());
        }
        if (figures.normals() > 0) {
            metrics.put("dev_false_positive_rate_" + name, figures.falsePositiveRate());
        }
        progress.accept(
                "dev %s: %d of %d frauds found, %d of %d normal texts accused"
                        .formatted(
                                name,
                                figures.hits(),
                                figures.frauds(),
                                figures.falseAlarms(),
                                figures.normals()));
    }

    /** Bags are on the scale that the network was trained on. */
    private static Normaliser unscaled(int width) {
        var scale = new double[width];
        Arrays.fill(scale, 1);
        return new Normaliser(new double[width], scale);
    }

    private void requireBoth(List<TextRow> rows, String part) {
        long frauds = rows.stream().filter(TextRow::fraud).count();
        if (frauds == 0 || frauds == rows.size()) {
            throw new TrainingException(
                    "%s: %d %s texts with label 1 and %d with label 0; both are needed"
                            .formatted(
                                    part.equals("dev") && plan.dev() != null
                                            ? plan.dev()
                                            : plan.data(),
                                    frauds,
                                    part,
                                    rows.size() - frauds));
        }
    }
}
