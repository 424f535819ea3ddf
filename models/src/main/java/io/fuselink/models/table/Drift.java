/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.table;

import io.fuselink.models.bundle.Histogram;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.evaluation.ReportTable;
import io.fuselink.models.features.FeatureRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How far the rows of a file have moved from what a bundle learnt: the population stability index of each
 * feature and of the score. The running job tells the same of every hour; this is for a week's export.
 *
 * @param rows so many were looked at, labelled or not
 * @param columns those that moved most first
 */
public record Drift(int rows, List<Column> columns) {
    /** Fewer rows show drift where there is only chance. */
    private static final int ENOUGH = 1_000;

    private static final String SCORE = "score";

    /** One feature, or the score. */
    public record Column(String name, double index) {}

    /** Empty for bundles that do not know what they have learnt, and for a table without rows. */
    static Optional<Drift> of(
            ModelBundle bundle, NumberTable table, ToDoubleFunction<FeatureRow> score) {
        return table.rows().isEmpty()
                ? Optional.empty()
                : bundle.reference()
                        .map(
                                learnt -> {
                                    var columns = new ArrayList<Column>();
                                    for (int i = 0; i < learnt.features().size(); i++) {
                                        int column = i;
                                        columns.add(
                                                column(
                                                        table.schema().names().get(i),
                                                        learnt.features().get(i),
                                                        table,
                                                        row -> row.features()[column]));
                                    }
                                    columns.add(column(SCORE, learnt.score(), table, score));
                                    columns.sort(
                                            Comparator.comparingDouble(Column::index).reversed());
                                    return new Drift(table.rows().size(), List.copyOf(columns));
                                });
    }

    private static Column column(
            String name, Histogram learnt, NumberTable table, ToDoubleFunction<FeatureRow> value) {
        var counts = new long[learnt.bins()];
        table.rows().forEach(row -> counts[learnt.bin(value.applyAsDouble(row))]++);
        return new Column(name, learnt.stability(counts));
    }

    /** What has shifted, furthest first. */
    public List<Column> shifted() {
        return columns.stream().filter(column -> column.index() >= Histogram.SHIFTED).toList();
    }

    /** For the report. */
    public ReportTable table() {
        return new ReportTable(
                "Drift since training",
                String.format(
                        Locale.ROOT,
                        "Population stability index over %,d rows; from %.2f on a column has shifted.%s",
                        rows,
                        Histogram.SHIFTED,
                        rows < ENOUGH
                                ? String.format(
                                        Locale.ROOT,
                                        " Fewer than %,d rows show drift where there is only chance.",
                                        ENOUGH)
                                : ""),
                List.of("column", "index", ""),
                columns.stream()
                        .map(
                                column ->
                                        List.of(
                                                column.name(),
                                                index(column),
                                                column.index() >= Histogram.SHIFTED
                                                        ? "shifted"
                                                        : ""))
                        .toList());
    }

    /** A line for the command: the columns that have shifted, or that none has. */
    public String line() {
        var shifted = shifted();
        return shifted.isEmpty()
                ? "no drift: no feature has moved far from what was learnt"
                : "drift: "
                        + String.join(
                                ", ", shifted.stream().map(c -> c.name() + " " + index(c)).toList())
                        + String.format(
                                Locale.ROOT, " (PSI, shifted from %.2f on)", Histogram.SHIFTED);
    }

    private static String index(Column column) {
        return String.format(Locale.ROOT, "%.2f", column.index());
    }
}
