/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.bundle;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How values of one column lay in training: in equal shares between edges, as far as values repeated
 * themselves allow, and a last share of unknown ones.
 *
 * @param edges ascending; the first share lies below the first edge, the last known one from the last on
 * @param shares one more than there are stretches: the unknown last; they add up to 1
 */
public record Histogram(double[] edges, double[] shares) {
    /** A {@link #stability} from here on is commonly taken as a shift. */
    public static final double SHIFTED = 0.25;

    private static final int BINS = 10;

    /** No share is taken as empty: the index would be infinite. */
    private static final double FLOOR = 1e-3;

    public Histogram {
        if (shares.length != edges.length + 2) {
            throw new IllegalArgumentException(
                    "%d edges do not part %d shares".formatted(edges.length, shares.length));
        }
    }

    /** The histogram of training values; NaN are the unknown ones. */
    public static Histogram of(double[] values) {
        var known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        var edges =
                known.length == 0
                        ? new double[0]
                        : IntStream.range(1, BINS)
                                .mapToDouble(i -> known[(int) ((long) known.length * i / BINS)])
                                .distinct()
                                .toArray();
        var histogram = new Histogram(edges, new double[edges.length + 2]);
        for (var value : values) {
            histogram.shares[histogram.bin(value)] += 1.0 / values.length;
        }
        return histogram;
    }

    /** Number of bins, the one of unknown values included. */
    public int bins() {
        return shares.length;
    }

    /** The bin of a value. */
    public int bin(double value) {
        if (Double.isNaN(value)) {
            return shares.length - 1;
        }
        int bin = 0;
        while (bin < edges.length && value >= edges[bin]) {
            bin++;
        }
        return bin;
    }

    /**
     * Population stability index of what was counted since against training: 0 is the same, below 0.1 is
     * commonly taken as steady and from {@link #SHIFTED} on as a shift.
     */
    public double stability(long[] counts) {
        double all = Arrays.stream(counts).sum(), index = 0;
        for (int bin = 0; bin < shares.length; bin++) {
            var was = Math.max(FLOOR, shares[bin]);
            var is = Math.max(FLOOR, counts[bin] / all);
            index += (is - was) * Math.log(is / was);
        }
        return index;
    }
}
