/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/**
 * What a number has said in one call, as far as it was read: the most that its words ever came to.
 *
 * @param call hash of the call
 * @param lastAt when it last came to more, epoch ms
 * @param stages of a fraud script
 * @param points of phrases and slots, in hundredths
 * @param warned whether it warns of fraud
 * @param textScore the text model's score of what it said in one go, in thousandths; {@link #UNHEARD}
 *     without a text model
 */
public record SpokenCall(
        long call, long lastAt, int stages, int points, boolean warned, int textScore) {
    /** No text model has heard the call. */
    public static final int UNHEARD = -1;

    /** This and what the same call came to later. */
    SpokenCall and(SpokenCall later) {
        return new SpokenCall(
                call,
                later.lastAt,
                Math.max(stages, later.stages),
                Math.max(points, later.points),
                later.warned,
                Math.max(textScore, later.textScore));
    }

    boolean saysTheSameAs(SpokenCall other) {
        return stages == other.stages
                && points == other.points
                && warned == other.warned
                && textScore == other.textScore;
    }
}
