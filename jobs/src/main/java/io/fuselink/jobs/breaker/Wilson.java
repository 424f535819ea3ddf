/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

/** The 95 % interval of a share that was counted (Wilson score). */
public final class Wilson {
    private static final double Z = 1.959964;

    private Wilson() {}

    /** The share is hardly lower than this; 0 where nothing was counted. */
    public static double lower(int hits, int of) {
        if (of == 0) {
            return 0;
        }
        var p = (double) hits / of;
        var z2 = Z * Z;
        var centre = p + z2 / (2 * of);
        var spread = Z * Math.sqrt(p * (1 - p) / of + z2 / (4.0 * of * of));
        return Math.max(0, (centre - spread) / (1 + z2 / of));
    }
}
