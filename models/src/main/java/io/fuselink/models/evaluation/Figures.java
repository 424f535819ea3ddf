/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

import java.util.List;

/**
 * How good scores are on some rows; NaN where the rows cannot tell, such as recall without fraud.
 *
 * @param harmed distinct benign subjects accused at the threshold
 * @param brier mean squared error of the probabilities
 * @param calibrationError mean gap between what is said and what is, over ten equal shares of the rows
 */
public record Figures(
        int rows,
        int fraud,
        int harmed,
        Measure auc,
        Measure prAuc,
        Measure recallAt1Permille,
        Measure recallAt1Percent,
        Measure recall,
        Measure precision,
        Measure falsePositiveRate,
        double f1,
        double brier,
        double calibrationError) {

    /** A figure and its 95 % interval. */
    public record Measure(double value, Interval interval) {}

    /** The figures of these rows where scores from {@code threshold} on accuse. */
    public static Figures of(List<JudgedRow> rows, double threshold) {
        var ranking = Ranking.of(rows);
        var resampling = new Resampling(ranking);
        var once = ranking.once();
        var confusion = Confusion.of(rows, threshold);
        return new Figures(
                rows.size(),
                confusion.fraud(),
                harmed(rows, threshold),
                new Measure(ranking.auc(once), resampling.interval(ranking::auc)),
                new Measure(
                        ranking.averagePrecision(once),
                        resampling.interval(ranking::averagePrecision)),
                recallAt(0.001, ranking, resampling),
                recallAt(0.01, ranking, resampling),
                share(confusion.hits(), confusion.fraud()),
                share(confusion.hits(), confusion.hits() + confusion.falseAlarms()),
                share(confusion.falseAlarms(), confusion.benign()),
                confusion.f1(),
                rows.stream()
                        .mapToDouble(row -> Math.pow(row.score() - (row.fraud() ? 1 : 0), 2))
                        .average()
                        .orElse(Double.NaN),
                CalibrationBin.error(CalibrationBin.of(rows)));
    }

    private static Measure recallAt(double rate, Ranking ranking, Resampling resampling) {
        return new Measure(
                ranking.recallAt(rate, ranking.once()),
                resampling.interval(weights -> ranking.recallAt(rate, weights)));
    }

    private static Measure share(int hits, int of) {
        return new Measure((double) hits / of, Interval.wilson(hits, of));
    }

    private static int harmed(List<JudgedRow> rows, double threshold) {
        return (int)
                rows.stream()
                        .filter(row -> !row.fraud() && row.score() >= threshold)
                        .map(JudgedRow::subject)
                        .distinct()
                        .count();
    }
}
