/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.models.bundle.BundleException;
import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.bundle.ModelBundle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** What a bundle must prove before it may be published: that what will serve says what was trained. */
public final class BundleCheck {
    private static final int ROWS = 512;
    private static final long SEED = 1;

    private BundleCheck() {}

    /**
     * Compares the stored DL4J networks with the exported weights on rows from all over the range that
     * training has seen, gaps included, and returns the largest difference of probabilities.
     *
     * @throws BundleException if they differ, or the networks cannot be read
     */
    public static double parity(ModelBundle bundle) {
        return bundle.manifest().kind() == BundleKind.TEXTS
                ? TextParity.of(bundle)
                : numbers(bundle);
    }

    private static double numbers(ModelBundle bundle) {
        var networks = new ArrayList<MultiLayerNetwork>();
        for (var bytes : bundle.networks()) {
            try {
                networks.add(NumberNetwork.fromBytes(bytes));
            } catch (IOException | RuntimeException e) {
                throw new BundleException(
                        "bundle %s holds a network that DL4J cannot read (%s): train it again"
                                .formatted(bundle.manifest().label(), e.getMessage()),
                        e);
            }
        }
        return Parity.require(networks, bundle.weights(), rows(bundle));
    }

    private static List<float[]> rows(ModelBundle bundle) {
        var normaliser = bundle.weights().normaliser();
        var random = new Random(SEED);
        var rows = new ArrayList<float[]>();
        for (int i = 0; i < ROWS; i++) {
            var row = new float[normaliser.width()];
            for (int column = 0; column < row.length; column++) {
                var scale = normaliser.scale()[column];
                row[column] =
                        random.nextInt(10) == 0 || scale == 0
                                ? Float.NaN
                                : (float)
                                        (normaliser.mean()[column]
                                                + 2 * random.nextGaussian() / scale);
            }
            rows.add(row);
        }
        return rows;
    }
}
