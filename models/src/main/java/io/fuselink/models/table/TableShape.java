/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.table;

import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.features.FeatureRow;
import io.fuselink.models.features.FeatureSchema;
import io.fuselink.models.features.NumberFeatures;
import io.fuselink.models.features.SichuanFeatures;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A file shape that the number model knows, recognised by its header. */
enum TableShape {
    /** What {@code export-features} writes. */
    EXPORT(BundleKind.SERVING, NumberFeatures.SCHEMA, "id") {
        @Override
        Reader reader(List<String> header) {
            return FeatureRow.columns(schema()).equals(header)
                    ? line -> FeatureRow.parse(line, schema())
                    : null;
        }

        @Override
        String stratum(FeatureRow row) {
            return row.asOf() == null ? "undated" : row.asOf().toString().substring(0, 10);
        }
    },
    /** The published per-number table of Sichuan, with or without its label. */
    SICHUAN(BundleKind.SICHUAN, SichuanFeatures.SCHEMA, "num_id") {
        @Override
        Reader reader(List<String> header) {
            return Set.copyOf(header).containsAll(SichuanFeatures.COLUMNS)
                            && header.contains("num_id")
                    ? new SichuanReader(header)
                    : null;
        }

        @Override
        String stratum(FeatureRow row) {
            return SichuanFeatures.fullWindow(row.features())
                    ? "month_ids = 8 (full window)"
                    : "month_ids < 8";
        }
    };

    private final BundleKind kind;
    private final FeatureSchema schema;
    private final String idColumn;

    /** Turns a line into a row, or says which field is wrong. */
    @FunctionalInterface
    interface Reader extends Function<String, FeatureRow> {}

    TableShape(BundleKind kind, FeatureSchema schema, String idColumn) {
        this.kind = kind;
        this.schema = schema;
        this.idColumn = idColumn;
    }

    /** A reader for files of this header, null if they are of another shape. */
    abstract Reader reader(List<String> header);

    /** The part of the data that a row is judged in. */
    abstract String stratum(FeatureRow row);

    static TableShape of(BundleKind kind) {
        return Arrays.stream(values())
                .filter(shape -> shape.kind == kind)
                .findFirst()
                .orElseThrow(
                        () ->
                                new TableException(
                                        "a bundle of kind %s judges no numbers; use the command's sub-command for it"
                                                .formatted(kind.key())));
    }

    BundleKind kind() {
        return kind;
    }

    FeatureSchema schema() {
        return schema;
    }

    String idColumn() {
        return idColumn;
    }
}
