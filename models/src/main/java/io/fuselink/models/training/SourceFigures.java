/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a threshold does on one source's texts; not a number where the source has no such texts.
 *
 * @param hits frauds found
 * @param falseAlarms normal texts accused
 */
record SourceFigures(int frauds, int hits, int normals, int falseAlarms) {

    static Map<String, SourceFigures> of(TextExamples texts, double[] scores, double threshold) {
        var figures = new TreeMap<String, SourceFigures>();
        for (int i = 0; i < scores.length; i++) {
            var row = texts.rows().get(i);
            boolean accused = scores[i] >= threshold;
            figures.merge(
                    row.source(),
                    row.fraud()
                            ? new SourceFigures(1, accused ? 1 : 0, 0, 0)
                            : new SourceFigures(0, 0, 1, accused ? 1 : 0),
                    SourceFigures::plus);
        }
        return figures;
    }

    private SourceFigures plus(SourceFigures other) {
        return new SourceFigures(
                frauds + other.frauds,
                hits + other.hits,
                normals + other.normals,
                falseAlarms + other.falseAlarms);
    }

    double recall() {
        return hits / (double) frauds;
    }

    double precision() {
        return hits / (double) (hits + falseAlarms);
    }

    double falsePositiveRate() {
        return falseAlarms / (double) normals;
    }
}
