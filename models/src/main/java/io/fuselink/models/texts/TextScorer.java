/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.texts;

import io.fuselink.models.bundle.BundleException;
import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.bundle.Calibration;
import io.fuselink.models.bundle.ModelBundle;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The text model as the running job evaluates it: exported weights, then calibration. */
public final class TextScorer implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Where a bundle keeps its n-grams. */
    public static final String GRAMS = "grams.bin";

    /**
     * Words from which on a call is scored that is heard piece by piece. Of real chats one in 86 was accused
     * at some moment from 24 words on, one in 400 from here on (docs/text-model.md).
     */
    public static final int ENOUGH = 80;

    private static final int REASON_LENGTHS = 3;

    private final TextPass pass;
    private final Calibration calibration;
    private final double threshold;
    private final String version;

    private TextScorer(TextPass pass, Calibration calibration, double threshold, String version) {
        this.pass = pass;
        this.calibration = calibration;
        this.threshold = threshold;
        this.version = version;
    }

    /** Refuses a bundle of another kind, or of other n-grams, with the remedy in the message. */
    public static TextScorer of(ModelBundle bundle) {
        var manifest = bundle.manifest();
        if (manifest.kind() != BundleKind.TEXTS) {
            throw new BundleException(
                    "bundle %s is of kind %s, not texts: it is no model for this place, name another bundle"
                            .formatted(manifest.label(), manifest.kind().key()));
        }
        if (!manifest.schema().equals(TextGrams.SCHEMA)
                || manifest.schemaVersion() != TextGrams.VERSION) {
            throw new BundleException(
                    "bundle %s has feature schema v%d, code has v%d: retrain with 'train texts', or roll back"
                            .formatted(
                                    manifest.label(), manifest.schemaVersion(), TextGrams.VERSION));
        }
        return new TextScorer(
                pass(bundle), manifest.calibration(), manifest.threshold(), manifest.label());
    }

    /** The bundle's exported weights alone. */
    public static TextPass pass(ModelBundle bundle) {
        return new TextPass(weights(bundle), bundle.weights().members().get(0));
    }

    /** The n-grams that the bundle knows. */
    public static TextWeights weights(ModelBundle bundle) {
        return TextWeights.fromBytes(bundle.attachment(GRAMS), bundle.manifest().label());
    }

    /** Calibrated probability of fraud, 0–1, of {@link TextGrams}. */
    public double score(int[] grams) {
        return calibration.probability(pass.logit(grams));
    }

    public double score(String text) {
        return score(TextGrams.of(text));
    }

    /** What this model makes of some words, to be added to what else is said in the call. */
    public WordBag bag(String text) {
        var tokens = SpokenWords.of(text);
        return pass.bag(version, TextGrams.of(tokens), tokens.length);
    }

    /**
     * Calibrated probability of fraud, 0–1, of words that were heard piece by piece.
     *
     * @throws IllegalArgumentException if another model heard them
     */
    public double score(WordBag bag) {
        if (!bag.model().equals(version)) {
            throw new IllegalArgumentException(
                    "words heard by %s cannot be scored by %s".formatted(bag.model(), version));
        }
        return calibration.probability(pass.logit(bag));
    }

    /** Score from which on a text is a finding, 0–1. */
    public double threshold() {
        return threshold;
    }

    /** Name and version of the model, as findings carry it. */
    public String version() {
        return version;
    }

    /**
     * The words without which the text would look most harmless, with the log-odds that each adds; for
     * people who hold the text, never for the running job.
     */
    public List<Map.Entry<String, Double>> reasons(String text, int most) {
        var tokens = SpokenWords.of(text);
        var grams = TextGrams.of(tokens);
        var full = pass.logit(grams);
        var adds = new HashMap<String, Double>();
        for (int length = 2; length < 2 + REASON_LENGTHS; length++) {
            for (int from = 0; from + length <= tokens.length; from++) {
                var words = SpokenWords.shown(tokens, from, length);
                var gone = new HashSet<Integer>();
                for (var gram : TextGrams.of(Arrays.copyOfRange(tokens, from, from + length))) {
                    gone.add(gram);
                }
                var rest = Arrays.stream(grams).filter(gram -> !gone.contains(gram)).toArray();
                adds.put(words, full - pass.logit(rest));
            }
        }
        var taken = new ArrayList<Map.Entry<String, Double>>();
        adds.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(
                        Map.Entry.<String, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .filter(
                        entry ->
                                taken.size() < most
                                        && taken.stream()
                                                .noneMatch(
                                                        t -> overlap(t.getKey(), entry.getKey())))
                .forEach(taken::add);
        return taken;
    }

    private static boolean overlap(String one, String other) {
        return one.contains(other) || other.contains(one);
    }
}
