/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/**
 * How blatantly evaders go about it, from 0 (polite) to 1 (blatant). Everything an evader does lies
 * between its two ends, so that what is found of it is a curve over this value.
 */
record Intensity(double value) {
    /** A share or any other quantity that grows evenly from one end to the other. */
    double between(double polite, double blatant) {
        return polite + (blatant - polite) * value;
    }

    /** A number of numbers, victims or calls. */
    int count(int polite, int blatant) {
        return (int) Math.round(between(polite, blatant));
    }

    /** A pace in ms: halves as often as it is halved, so that rates grow evenly. */
    long pace(long polite, long blatant) {
        return Math.round(StrictMath.exp(between(StrictMath.log(polite), StrictMath.log(blatant))));
    }
}
