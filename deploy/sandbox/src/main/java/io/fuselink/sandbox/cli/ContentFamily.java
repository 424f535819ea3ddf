/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.models.evaluation.JudgedRow;
import io.fuselink.models.evaluation.ReportTable;
import io.fuselink.models.texts.TextRow;
import io.fuselink.patterns.script.ScriptLimits;
import io.fuselink.patterns.script.ScriptReader;
import io.fuselink.patterns.script.ScriptVerdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The text model, phrases and slots as one family, as in the running job: whichever of them accuses, the
 * family accuses. Rules were written by people for words that no model has seen, so they find in an unknown
 * source what the model does not know yet; their silence clears nobody.
 */
final class ContentFamily {
    private static final double LIMIT = ScriptLimits.standard().threshold();

    private final ScriptReader reader = ScriptReader.standard();
    private final double threshold;

    /** @param threshold the text model's */
    ContentFamily(double threshold) {
        this.threshold = threshold;
    }

    /** The family's score, on the model's own scale. */
    double score(String text, double model) {
        var read = reader.readWhole(text);
        return read.verdict() == Verdict.SUSPICIOUS
                ? Math.max(model, threshold + (1 - threshold) * (1 - LIMIT / read.score()))
                : model;
    }

    /** The same rows, judged by the family. */
    List<JudgedRow> judged(List<JudgedRow> byModel, List<TextRow> texts) {
        var known = new HashMap<String, String>();
        texts.forEach(row -> known.put(row.id(), row.text()));
        return byModel.stream()
                .map(row -> row.withScore(score(known.get(row.id()), row.score())))
                .toList();
    }

    /** By source, what the model finds and accuses alone and with the rules. */
    ReportTable table(List<JudgedRow> model, List<JudgedRow> family) {
        var sources = new TreeSet<String>();
        model.forEach(row -> sources.add(row.source()));
        var lines = new ArrayList<List<String>>();
        for (var source : sources) {
            lines.add(
                    List.of(
                            source,
                            accused(model, source, JudgedRow::fraud),
                            accused(family, source, JudgedRow::fraud),
                            accused(model, source, row -> !row.fraud()),
                            accused(family, source, row -> !row.fraud())));
        }
        return new ReportTable(
                "The content family by source",
                "With phrases and slots (%s): either may accuse, as in the running job and in 'score texts'."
                        .formatted(reader.lexiconVersion()),
                List.of(
                        "source",
                        "frauds found by the model",
                        "with rules",
                        "normal texts accused by the model",
                        "with rules"),
                lines);
    }

    private String accused(List<JudgedRow> rows, String source, Predicate<JudgedRow> of) {
        var all = rows.stream().filter(row -> row.source().equals(source) && of.test(row)).toList();
        var accused = all.stream().filter(row -> row.score() >= threshold).count();
        return all.isEmpty()
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%,d of %,d (%.2f %%)",
                        accused,
                        all.size(),
                        100.0 * accused / all.size());
    }
}
