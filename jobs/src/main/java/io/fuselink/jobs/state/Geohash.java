/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/** Distances between areas of five characters of geohash, some 5 km wide: enough for a train, too coarse for a street. */
final class Geohash {
    private static final String BASE32 = "0123456789bcdefghjkmnpqrstuvwxyz";
    private static final int BITS_A_CHARACTER = 5;
    private static final double KM_A_DEGREE = 111.2;

    private Geohash() {}

    /** Between the middles of two areas along the ground, km; 0 where one of them is no geohash. */
    static double kilometres(String one, String other) {
        var a = middle(one);
        var b = middle(other);
        if (a == null || b == null) {
            return 0;
        }
        var north = (a[1] - b[1]) * KM_A_DEGREE;
        var east = (a[0] - b[0]) * KM_A_DEGREE * Math.cos(Math.toRadians((a[1] + b[1]) / 2));
        return Math.hypot(north, east);
    }

    /** Longitude and latitude, degrees; null for text that is no geohash. */
    private static double[] middle(String geohash) {
        double[] low = {-180, -90};
        double[] high = {180, 90};
        var bit = 0;
        for (var i = 0; i < geohash.length(); i++) {
            var character = BASE32.indexOf(geohash.charAt(i));
            if (character < 0) {
                return null;
            }
            for (var mask = 1 << BITS_A_CHARACTER - 1; mask > 0; mask >>= 1, bit ^= 1) {
                var half = (low[bit] + high[bit]) / 2;
                if ((character & mask) == 0) {
                    high[bit] = half;
                } else {
                    low[bit] = half;
                }
            }
        }
        return new double[] {(low[0] + high[0]) / 2, (low[1] + high[1]) / 2};
    }
}
