/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.events.Ids;
import io.fuselink.models.features.FeatureRow;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Train and dev rows, divided by a hash of the tenure: no number is judged on rows it was learnt from,
 * and a tenure stays on its side in every later month's export.
 */
record TenureSplit(List<FeatureRow> train, List<FeatureRow> dev) {
    private static final int DEV_PERCENT = 30;

    static TenureSplit of(List<FeatureRow> rows) {
        var sides = rows.stream().collect(Collectors.partitioningBy(TenureSplit::isDev));
        var split = new TenureSplit(sides.get(false), sides.get(true));
        requireBothClasses("train", split.train);
        requireBothClasses("dev", split.dev);
        return split;
    }

    private static boolean isDev(FeatureRow row) {
        return Long.parseLong(Ids.hash("dev", row.tenure()).substring(0, 8), 16) % 100
                < DEV_PERCENT;
    }

    private static void requireBothClasses(String side, List<FeatureRow> rows) {
        var fraud = rows.stream().filter(FeatureRow::fraud).count();
        if (fraud == 0 || fraud == rows.size()) {
            throw new TrainingException(
                    "the %s side has %d rows, %d of them fraud: both classes are needed, export a longer period or more labels"
                            .formatted(side, rows.size(), fraud));
        }
    }
}
