/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.evaluation;

/**
 * One row with its truth and what a model says of it.
 *
 * @param id of the row, as the data has it
 * @param subject who is harmed by a wrong alarm: a tenure for numbers, the row itself for texts
 * @param source who collected or labelled the row, such as {@code police-push} or {@code jddc}
 * @param stratum the part of the data it is judged in, such as {@code month_ids = 8} or a persona
 * @param score calibrated probability of fraud, 0–1
 */
public record JudgedRow(
        String id, String subject, String source, String stratum, boolean fraud, double score) {

    public JudgedRow {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("row %s has the score %s".formatted(id, score));
        }
    }

    /** The same row as another model sees it. */
    public JudgedRow withScore(double other) {
        return new JudgedRow(id, subject, source, stratum, fraud, other);
    }
}
