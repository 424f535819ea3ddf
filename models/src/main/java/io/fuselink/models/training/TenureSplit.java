/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.training;

import io.fuselink.events.Ids;
import io.fuselink.models.features.FeatureRow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Train and dev rows, divided by tenure and time. By a hash of the tenure, so that no number is judged on
 * rows it was learnt from, and a tenure stays on its side in every later month's export; and dev rows are
 * later than all train rows, as the running model's will be. What lies on neither side, the later rows of
 * train tenures and the earlier ones of dev tenures, is left out.
 */
record TenureSplit(List<FeatureRow> train, List<FeatureRow> dev) {
    private static final int DEV_PERCENT = 30;

    /** Share of the dated rows that come before the cut. */
    private static final double BEFORE = 0.6;

    static TenureSplit of(List<FeatureRow> rows) {
        var cut = cut(rows);
        return new TenureSplit(
                        rows.stream().filter(row -> !isDev(row) && isBefore(row, cut)).toList(),
                        rows.stream().filter(row -> isDev(row) && !isBefore(row, cut)).toList())
                .requireBothClasses();
    }

    /** Train rows and a file of dev rows; a tenure that is in both is taken out of train. */
    static TenureSplit of(List<FeatureRow> rows, List<FeatureRow> dev) {
        var judged = dev.stream().map(FeatureRow::tenure).collect(Collectors.toSet());
        return new TenureSplit(
                        rows.stream().filter(row -> !judged.contains(row.tenure())).toList(), dev)
                .requireBothClasses();
    }

    /** Which of several parts of the train rows a tenure belongs to, from 0 on. */
    static int part(FeatureRow row, int parts) {
        return hash("part", row) % parts;
    }

    private TenureSplit requireBothClasses() {
        requireBothClasses("train", train);
        requireBothClasses("dev", dev);
        return this;
    }

    /** The moment that parts train from dev, null where rows bear no date or all the same. */
    private static Instant cut(List<FeatureRow> rows) {
        var times = rows.stream().map(FeatureRow::asOf).filter(Objects::nonNull).sorted().toList();
        if (times.isEmpty() || times.get(0).equals(times.get(times.size() - 1))) {
            return null;
        }
        var at = times.get((int) (times.size() * BEFORE));
        return at.equals(times.get(0)) ? times.get(times.size() - 1) : at;
    }

    private static boolean isBefore(FeatureRow row, Instant cut) {
        // Without a cut, a row is where its tenure is.
        return cut == null || row.asOf() == null ? !isDev(row) : row.asOf().isBefore(cut);
    }

    private static boolean isDev(FeatureRow row) {
        return hash("dev", row) % 100 < DEV_PERCENT;
    }

    private static int hash(String salt, FeatureRow row) {
        return Integer.parseInt(Ids.hash(salt, row.tenure()).substring(0, 7), 16);
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
