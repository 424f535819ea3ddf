/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.indicators;

/**
 * What it costs to call strangers, by which the cost of an attack is estimated.
 *
 * @param yuanPerNumber for an account with a number; {@code yuanPerMinute} for a minute of calling
 */
public record Prices(double yuanPerNumber, double yuanPerMinute) {
    /** What sellers asked of a reporter (Beijing Evening News): 40 yuan an account, 0.13 yuan a minute. */
    public static final Prices ASKED = new Prices(40, 0.13);

    private static final int FEN = 100;
    private static final double MINUTE_MS = 60_000;

    public Prices {
        if (!(yuanPerNumber >= 0) || !(yuanPerMinute >= 0)) {
            throw new IllegalArgumentException(
                    "prices: %s and %s yuan must be 0 or more"
                            .formatted(yuanPerNumber, yuanPerMinute));
        }
    }

    /** What a number and its calls cost, fen. */
    long fen(long talkMs) {
        return Math.round(FEN * (yuanPerNumber + yuanPerMinute * talkMs / MINUTE_MS));
    }
}
