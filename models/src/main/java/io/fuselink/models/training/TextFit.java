/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.bundle.DenseLayer;
import io.fuselink.models.texts.TextGrams;
import io.fuselink.models.texts.TextWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Fits a text network: every batch holds frauds and normal texts of every source alike often, however
 * many rows a source has, and every text anew distorted. Several are fitted, each with chances of its own, and
 * joined into one.
 *
 * @param network the joined one
 * @param grams the chosen n-grams, in the network's order
 */
record TextFit(MultiLayerNetwork network, int[] grams) {
    private static final int BATCH = 128;

    /** N-grams of a text in a step at most. */
    private static final int MOST_GRAMS = 256;

    /** A text keeps at least this share of them in a step, by chance: none may decide alone, for one day it is not said. */
    private static final double KEPT = 0.3;

    private static final int TOLD_EVERY = 100;

    static TextFit on(TextExamples train, TextPlan plan, Consumer<String> progress) {
        var grams = GramChoice.of(train);
        int steps = Math.max(1, train.rows().size() * plan.epochs() / BATCH);
        progress.accept(
                "%d texts, %d n-grams used by several sources, %d steps"
                        .formatted(train.rows().size(), grams.length, steps));
        if (grams.length == 0) {
            throw new TrainingException(
                    "no n-gram is used by more than one source: give more rows, or rows of more sources");
        }
        var members = new ArrayList<MultiLayerNetwork>();
        for (int i = 0; i < plan.networks(); i++) {
            progress.accept("network %d of %d".formatted(i + 1, plan.networks()));
            members.add(member(train, grams, steps, plan.seed() + i, progress));
        }
        return new TextFit(TextNetwork.joined(members), grams);
    }

    private static MultiLayerNetwork member(
            TextExamples train, int[] grams, int steps, long seed, Consumer<String> progress) {
        var network = TextNetwork.create(grams.length, steps, seed);
        var random = new Random(seed);
        var cells = train.cells();
        var distortion = new Distortion(train, random);
        double loss = 0;
        for (int step = 0; step < steps; step++) {
            var texts = new ArrayList<int[]>(BATCH);
            var fraud = new boolean[BATCH];
            for (int i = 0; i < BATCH; i++) {
                var cell = cells.get((step * BATCH + i) % cells.size());
                var row = cell.get(random.nextInt(cell.size()));
                fraud[i] = row.fraud();
                texts.add(
                        thinned(
                                GramChoice.places(
                                        grams, TextGrams.of(distortion.apply(row.turns()))),
                                random));
            }
            network.fit(TextNetwork.batch(texts, fraud, DataType.FLOAT));
            loss += network.score();
            if ((step + 1) % TOLD_EVERY == 0) {
                progress.accept(
                        "step %d of %d: loss %.4f".formatted(step + 1, steps, loss / TOLD_EVERY));
                loss = 0;
            }
        }
        return network;
    }

    private static int[] thinned(int[] places, Random random) {
        var share = KEPT + (1 - KEPT) * random.nextDouble();
        int kept = Math.min(MOST_GRAMS, (int) Math.ceil(places.length * share));
        for (int i = 0; i < kept; i++) {
            int j = i + random.nextInt(places.length - i);
            int held = places[i];
            places[i] = places[j];
            places[j] = held;
        }
        return Arrays.copyOf(places, kept);
    }

    /** What each known n-gram adds to a bag. */
    TextWeights vectors() {
        return TextNetwork.vectors(network, grams);
    }

    /** Values of a bag. */
    int width() {
        return TextNetwork.width(network);
    }

    /** The layers above the bag. */
    List<DenseLayer> head() {
        return TextNetwork.head(network);
    }
}
