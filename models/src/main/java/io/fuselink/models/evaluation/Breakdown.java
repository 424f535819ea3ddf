/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** One model's figures over all rows, and by stratum and source where there is more than one. */
record Breakdown(Figures overall, Map<String, Figures> strata, Map<String, Figures> sources) {

    static Breakdown of(List<JudgedRow> rows, double threshold) {
        return new Breakdown(
                Figures.of(rows, threshold),
                by(rows, JudgedRow::stratum, threshold),
                by(rows, JudgedRow::source, threshold));
    }

    private static Map<String, Figures> by(
            List<JudgedRow> rows, Function<JudgedRow, String> property, double threshold) {
        var parts = new TreeMap<String, List<JudgedRow>>();
        rows.forEach(
                row -> parts.computeIfAbsent(property.apply(row), p -> new ArrayList<>()).add(row));
        var figures = new TreeMap<String, Figures>();
        if (parts.size() > 1) {
            parts.forEach((part, its) -> figures.put(part, Figures.of(its, threshold)));
        }
        return figures;
    }
}
