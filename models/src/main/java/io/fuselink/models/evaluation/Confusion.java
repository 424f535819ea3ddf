/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

import java.util.List;

/** Truth against verdict at one threshold, in rows. */
public record Confusion(int hits, int misses, int falseAlarms, int rightlyLeftAlone) {

    static Confusion of(List<JudgedRow> rows, double threshold) {
        int hits = 0, misses = 0, falseAlarms = 0, left = 0;
        for (var row : rows) {
            var accused = row.score() >= threshold;
            if (row.fraud()) {
                hits += accused ? 1 : 0;
                misses += accused ? 0 : 1;
            } else {
                falseAlarms += accused ? 1 : 0;
                left += accused ? 0 : 1;
            }
        }
        return new Confusion(hits, misses, falseAlarms, left);
    }

    public int fraud() {
        return hits + misses;
    }

    public int benign() {
        return falseAlarms + rightlyLeftAlone;
    }

    double f1() {
        return 2.0 * hits / (2.0 * hits + misses + falseAlarms);
    }
}
