/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.table;

import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.evaluation.Judge;
import io.fuselink.models.evaluation.JudgedRow;
import io.fuselink.models.features.FeatureRow;
import io.fuselink.models.features.FeatureSchema;
import io.fuselink.models.scoring.DenseScorer;
import io.fuselink.models.scoring.Explanation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A bundle over number rows, serving or yardstick. */
public final class NumberJudge implements Judge {
    private static final String UNKNOWN = "unknown";
    private static final int REASONS = 4;

    private final ModelBundle bundle;
    private final FeatureSchema schema;
    private final DenseScorer scorer;
    private final Function<FeatureRow, String> stratum;
    private final Map<String, FeatureRow> judged = new HashMap<>();

    private NumberJudge(ModelBundle bundle, Function<FeatureRow, String> stratum) {
        this.bundle = bundle;
        this.schema = NumberTable.schema(bundle.manifest().kind());
        this.scorer = DenseScorer.of(bundle, bundle.manifest().kind(), schema);
        this.stratum = stratum;
    }

    /** Judges by the strata of the file: days of an export, watched months of a table. */
    public static NumberJudge of(ModelBundle bundle) {
        return new NumberJudge(bundle, null);
    }

    /** Judges by strata that the caller knows, such as a city's personas; null leaves a row out. */
    public static NumberJudge of(ModelBundle bundle, Function<FeatureRow, String> stratum) {
        return new NumberJudge(bundle, stratum);
    }

    @Override
    public String label() {
        return scorer.version();
    }

    @Override
    public double threshold() {
        return scorer.threshold();
    }

    /** Calibrated probability of fraud of a row of the bundle's kind. */
    public double score(FeatureRow row) {
        return scorer.score(row.features());
    }

    /** How far the rows have moved from what the bundle learnt; empty if it does not know. */
    public Optional<Drift> drift(NumberTable table) {
        return Drift.of(bundle, table.requireKind(bundle.manifest().kind()), this::score);
    }

    @Override
    public List<JudgedRow> judge(Path data) {
        return judge(NumberTable.read(data));
    }

    /** The same for a table that is read already. */
    public List<JudgedRow> judge(NumberTable table) {
        table.requireKind(bundle.manifest().kind());
        Function<FeatureRow, String> part = stratum == null ? table::stratum : stratum;
        return table.labelled().stream()
                .filter(row -> part.apply(row) != null)
                .map(row -> judged(row, part.apply(row)))
                .toList();
    }

    private JudgedRow judged(FeatureRow row, String part) {
        judged.put(row.rowId(), row);
        return new JudgedRow(
                row.rowId(),
                row.tenure(),
                row.labelSource() == null ? UNKNOWN : row.labelSource(),
                part,
                row.fraud(),
                score(row));
    }

    @Override
    public List<String> reasons(JudgedRow row) {
        var features = judged.get(row.id());
        return features == null
                ? List.of()
                : new Explanation(scorer, schema)
                        .featureAttributions(features.features()).entrySet().stream()
                                .filter(entry -> entry.getValue() > 0)
                                .limit(REASONS)
                                .map(entry -> reason(entry, features))
                                .toList();
    }

    private String reason(Map.Entry<String, Double> attribution, FeatureRow row) {
        var position = schema.names().indexOf(attribution.getKey());
        return String.format(
                Locale.ROOT,
                "%s %s (+%.1f)",
                attribution.getKey(),
                schema.features().get(position).plain(row.features()[position]),
                attribution.getValue());
    }
}
