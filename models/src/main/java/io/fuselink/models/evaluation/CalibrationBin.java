/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A tenth of the rows, by score: what the model said of them, and what they were.
 *
 * @param said mean score
 * @param was share of fraud
 */
record CalibrationBin(int rows, double said, double was) {
    private static final int BINS = 10;

    static List<CalibrationBin> of(List<JudgedRow> rows) {
        var sorted =
                rows.stream()
                        .sorted(
                                Comparator.comparingDouble(JudgedRow::score)
                                        .thenComparing(JudgedRow::id))
                        .toList();
        var bins = new ArrayList<CalibrationBin>();
        for (int bin = 0; bin < BINS; bin++) {
            var part =
                    sorted.subList(
                            (int) ((long) sorted.size() * bin / BINS),
                            (int) ((long) sorted.size() * (bin + 1) / BINS));
            if (!part.isEmpty()) {
                bins.add(
                        new CalibrationBin(
                                part.size(),
                                part.stream().mapToDouble(JudgedRow::score).average().orElseThrow(),
                                part.stream()
                                        .mapToDouble(r -> r.fraud() ? 1 : 0)
                                        .average()
                                        .orElseThrow()));
            }
        }
        return bins;
    }

    static double error(List<CalibrationBin> bins) {
        double gap = 0, rows = 0;
        for (var bin : bins) {
            gap += bin.rows() * Math.abs(bin.said() - bin.was());
            rows += bin.rows();
        }
        return gap / rows;
    }
}
