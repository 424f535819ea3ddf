/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.texts;

import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.evaluation.Judge;
import io.fuselink.models.evaluation.JudgedRow;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A bundle over texts, by source and by kind of fraud or business. */
public final class TextJudge implements Judge {
    private static final String UNKNOWN = "unknown";
    private static final int REASONS = 4;

    private final TextScorer scorer;
    private final Map<String, String> judged = new HashMap<>();

    private TextJudge(TextScorer scorer) {
        this.scorer = scorer;
    }

    /** Refuses a bundle that is not for texts. */
    public static TextJudge of(ModelBundle bundle) {
        return new TextJudge(TextScorer.of(bundle));
    }

    @Override
    public String label() {
        return scorer.version();
    }

    @Override
    public double threshold() {
        return scorer.threshold();
    }

    @Override
    public List<JudgedRow> judge(Path data) {
        return judge(TextTable.read(data));
    }

    /** The same for a file that is read already. */
    public List<JudgedRow> judge(TextTable table) {
        return table.labelled().stream().map(this::judged).toList();
    }

    private JudgedRow judged(TextRow row) {
        judged.put(row.id(), row.text());
        return new JudgedRow(
                row.id(),
                row.id(),
                named(row.source()),
                named(row.type()),
                row.fraud(),
                scorer.score(row.text()));
    }

    private static String named(String name) {
        return name.isEmpty() ? UNKNOWN : name;
    }

    @Override
    public List<String> reasons(JudgedRow row) {
        var text = judged.get(row.id());
        return text == null
                ? List.of()
                : scorer.reasons(text, REASONS).stream()
                        .map(
                                entry ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s (+%.1f)",
                                                entry.getKey(),
                                                entry.getValue()))
                        .toList();
    }
}
